/** The two partner services of the example, as loopback servers that can be told to fail. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a service answers instead of doing its work. */
export type PartnerFault =
  | { readonly _tag: 'Answer'; readonly status: number; readonly body: string; readonly contentType?: string }
  /** Takes the request and never answers. */
  | { readonly _tag: 'Hang' }
  /** Takes the request and cuts the connection. */
  | { readonly _tag: 'Reset' }

/** A running service. */
export interface Partner {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /** What arrived since the start. */
  readonly requests: ReadonlyArray<string>
  /** From now on the service answers like this; `undefined` makes it well again. */
  readonly failWith: (fault: PartnerFault | undefined) => void
  readonly close: () => Promise<void>
}

/** What the token endpoint accepts. */
export interface TokenClient {
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
}

const json = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Array<Uint8Array> = []
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address)
    })
  })

type Handler = (request: IncomingMessage, url: URL, response: ServerResponse) => Promise<void>

const start = async (handle: Handler, port: number): Promise<Partner> => {
  const requests: Array<string> = []
  let fault: PartnerFault | undefined
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    switch (fault?._tag) {
      case 'Hang':
        return
      case 'Reset':
        request.socket.resetAndDestroy()
        return
      case 'Answer':
        response.writeHead(fault.status, { 'content-type': fault.contentType ?? 'application/json' })
        response.end(fault.body)
        return
      default:
        handle(request, new URL(request.url ?? '/', 'http://partner'), response).catch(() => response.destroy())
    }
  })
  const { port: bound } = await listen(server, port)
  return {
    origin: `http://127.0.0.1:${bound}`,
    requests,
    failWith: (next) => {
      fault = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** A token endpoint and the API that its tokens open. */
export interface Partners {
  readonly token: Partner
  readonly profile: Partner
  readonly close: () => Promise<void>
}

/** Profiles that the API knows, by object id. */
export const knownProfiles: ReadonlyMap<string, { readonly name: string; readonly featureGroup: string }> = new Map([
  ['7', { name: 'Ada Lovelace', featureGroup: 'early-adopters' }],
  ['42', { name: 'Grace Hopper', featureGroup: 'standard' }]
])

/**
 * Starts both services. The token endpoint checks Basic credentials (RFC 6749 section 2.3.1), `grant_type` and `scope`;
 * the API checks the bearer token (RFC 6750) and the path. Port 0 takes any free port.
 */
export const startPartners = async (
  client: TokenClient,
  ports: { readonly token: number; readonly profile: number } = { token: 0, profile: 0 }
): Promise<Partners> => {
  const issued = new Set<string>()

  const token = await start(async (request, url, response) => {
    const form = new URLSearchParams(await readBody(request))
    const expected = `Basic ${Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64')}`
    if (request.method !== 'POST' || !url.pathname.endsWith('/oauth2/v2.0/token')) json(response, 404, {})
    else if (request.headers.authorization !== expected) json(response, 401, { error: 'invalid_client' })
    else if (form.get('grant_type') !== 'client_credentials') json(response, 400, { error: 'unsupported_grant_type' })
    else if (form.get('scope') !== client.scope) json(response, 400, { error: 'invalid_scope' })
    else {
      const accessToken = randomBytes(24).toString('base64url')
      issued.add(accessToken)
      json(response, 200, { token_type: 'Bearer', expires_in: 3599, access_token: accessToken })
    }
  }, ports.token)

  const profile = await start(async (request, url, response) => {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const id = /^\/profile\/([^/]+)$/.exec(url.pathname)?.[1]
    const found = id === undefined ? undefined : knownProfiles.get(decodeURIComponent(id))
    if (bearer === undefined || !issued.has(bearer)) json(response, 401, { error: 'invalid_token' })
    else if (request.method !== 'GET' || found === undefined) json(response, 404, { error: 'not_found' })
    else json(response, 200, { id, ...found })
    await Promise.resolve()
  }, ports.profile)

  return {
    token,
    profile,
    close: async () => {
      await Promise.all([token.close(), profile.close()])
    }
  }
}
