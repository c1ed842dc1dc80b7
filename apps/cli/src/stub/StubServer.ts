/** Partner services on loopback ports, one for each host that the profiles call. */
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type Socket } from 'node:net'
import {
  type Fault,
  type FaultPlan,
  FaultSchedule,
  formatFault,
  ReceivedRequest,
  type Reply,
  type ServiceRequest,
  serviceRequest
} from '@trustframe/testing'
import { listen, stop } from './listen.ts'
import { type BeforeRequest, faultsBefore, isBeforeRequest, notHere } from './beforeRequest.ts'
import { respond, send } from './respond.ts'
import { answerFor, replyOf } from './StubFile.ts'
import { type StubFolder, StubFileProblem } from './StubFolder.ts'
import { profileOf, type StubProfile } from './StubProfile.ts'

/** What a stub did with a request. */
export interface StubEvent {
  readonly request: ReceivedRequest
  /** `answered 200`, `fault timeout`, or why there is no answer. */
  readonly outcome: string
  /** Nobody expected the request, or a file is broken. */
  readonly problem: boolean
}

/** Gets the answer of the real service and keeps it. */
export type Recorder = (profile: StubProfile, request: ServiceRequest) => Promise<Reply>

/** What a server is made of. */
export interface StubServerOptions {
  readonly profiles: ReadonlyArray<StubProfile>
  readonly folder: StubFolder
  readonly faults: FaultPlan
  readonly onEvent: (event: StubEvent) => void
  /** The port for a host; 0 for any that is free. */
  readonly portFor: (host: string) => number
  readonly record?: Recorder
}

/** Larger requests are refused, in bytes. */
const maxBodyBytes = 1024 * 1024

const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Array<Uint8Array> = []
  let size = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.length
    if (size > maxBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const problemReply = (status: number, error: string): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ error })
})

/** A request as profiles make it: for the host of the `ServiceUrl`, not for the stub. */
const readRequest = (
  request: IncomingMessage,
  method: 'GET' | 'POST',
  origin: string,
  body: string
): ServiceRequest => {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined || name === 'host'
      ? []
      : [[name, typeof value === 'string' ? value : value.join(', ')] as const]
  )
  const path = request.url?.startsWith('/') === true ? request.url : '/'
  return serviceRequest(
    {
      method,
      origin,
      path,
      headers,
      body: body === '' ? undefined : body,
      certificate: undefined,
      refuse: 'none',
      maxBodyBytes,
      timeLimitMillis: undefined
    },
    undefined
  )
}

/** Running services. */
export class StubServer {
  readonly #options: StubServerOptions
  readonly #faults: FaultSchedule
  readonly #before: ReadonlyMap<string, BeforeRequest>
  readonly #servers: Array<Server | ReturnType<typeof createTcpServer>> = []
  readonly #silent = new Set<Socket>()
  readonly #hosts = new Map<string, string>()

  private constructor(options: StubServerOptions) {
    this.#options = options
    this.#faults = new FaultSchedule(options.faults)
    this.#before = faultsBefore(options.faults, options.profiles)
  }

  /** Starts the services; rejects when a port is not free. */
  static async start(options: StubServerOptions): Promise<StubServer> {
    const server = new StubServer(options)
    const hosts = [...new Set(options.profiles.map(({ host }) => host))]
    try {
      for (const host of hosts) await server.#open(host)
    } catch (error) {
      await server.close()
      throw error
    }
    return server
  }

  /** Where each host is instead: `hosts` of trustframe.json, and the values of `--host`. */
  get hosts(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#hosts)
  }

  /** Stops everything at once. */
  async close(): Promise<void> {
    for (const socket of this.#silent) socket.destroy()
    await Promise.all(
      this.#servers.map((server) => {
        const stopped = stop(server)
        if ('closeAllConnections' in server) server.closeAllConnections()
        return stopped
      })
    )
  }

  async #open(host: string): Promise<void> {
    const profiles = this.#options.profiles.filter((profile) => profile.host === host)
    const server = createHttpServer((request, response) => {
      this.#answer(profiles, request, response).catch(() => response.destroy())
    })
    const port = await listen(server, this.#options.portFor(host))
    this.#servers.push(server)
    this.#hosts.set(host, await this.#placeOf(host, port, server))
  }

  /** The URL that is called; a fault that happens before the request is a URL at which it does. */
  async #placeOf(host: string, port: number, server: Server): Promise<string> {
    const fault = this.#before.get(host)
    switch (fault?.kind) {
      case 'dns':
        // RFC 6761 reserves .invalid: the name never resolves.
        return `https://${host.replace(/:\d+$/, '')}.invalid`
      case 'refused':
        await stop(server)
        this.#servers.splice(this.#servers.indexOf(server), 1)
        return `http://127.0.0.1:${port}`
      case 'tls':
        // Plain HTTP answers, where a TLS handshake is expected.
        return `https://127.0.0.1:${port}`
      case 'timeout':
        return `https://127.0.0.1:${await this.#openSilent()}`
      default:
        return `http://127.0.0.1:${port}`
    }
  }

  /** A port that takes connections and never says anything, so that a TLS handshake waits. */
  async #openSilent(): Promise<number> {
    const server = createTcpServer((socket) => {
      this.#silent.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => this.#silent.delete(socket))
    })
    this.#servers.push(server)
    return await listen(server, 0)
  }

  async #answer(
    profiles: ReadonlyArray<StubProfile>,
    incoming: IncomingMessage,
    response: ServerResponse
  ): Promise<void> {
    const { method } = incoming
    const body = await readBody(incoming)
    if (body === undefined) return send(response, problemReply(413, 'the request is larger than 1 MiB'))
    if (method !== 'GET' && method !== 'POST') {
      return send(response, problemReply(405, `technical profiles make no ${method ?? ''} requests`))
    }
    const [first] = profiles
    const read = readRequest(incoming, method, first?.origin ?? 'http://localhost', body)
    const found = profileOf(profiles, read)
    if (found === undefined) {
      const calls = profiles.map(({ plan }) => `${plan.method} ${plan.serviceUrl.template}`).join(', ')
      this.#report(
        new ReceivedRequest(read, undefined),
        `404: no technical profile makes this request; there are ${calls}`,
        true
      )
      return send(response, problemReply(404, `no technical profile makes this request; there are ${calls}`))
    }
    const { call, profile } = found
    const request = { ...read, technicalProfile: profile.plan.id }
    await this.#answerProfile(profile, request, new ReceivedRequest(request, call), response)
  }

  async #answerProfile(
    profile: StubProfile,
    request: ServiceRequest,
    received: ReceivedRequest,
    response: ServerResponse
  ): Promise<void> {
    let status = 0
    const answer = async (): Promise<Reply> => {
      const reply = await this.#replyOf(profile, request)
      ;({ status } = reply)
      return reply
    }
    try {
      const fault = this.#take(profile, request)
      if (isBeforeRequest(fault)) throw new StubFileProblem(notHere(fault))
      await respond(response, fault, profile.plan, answer)
      this.#report(received, fault.kind === 'ok' ? `answered ${status}` : `fault ${formatFault(fault)}`, false)
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      this.#report(received, problem, true)
      if (!response.headersSent) send(response, problemReply(500, problem))
    }
  }

  #take({ host, plan }: StubProfile, request: ServiceRequest): Fault {
    const fault = this.#faults.take(request, [host])
    const asked = fault.kind !== 'ok' && this.#before.get(host) !== fault
    return asked ? fault : this.#options.folder.stateOf(plan).faults.take(request, [host])
  }

  async #replyOf(profile: StubProfile, request: ServiceRequest): Promise<Reply> {
    const { folder, record } = this.#options
    if (record !== undefined) return await record(profile, request)
    const found = answerFor(folder.stateOf(profile.plan).answers, request)
    if (found === undefined) {
      throw new StubFileProblem(
        `${folder.pathOf(profile.plan) ?? profile.plan.id} has no answer for it; add one with "when", or one without for all requests`
      )
    }
    return replyOf(found)
  }

  #report(request: ReceivedRequest, outcome: string, problem: boolean): void {
    this.#options.onEvent({ request, outcome, problem })
  }
}
