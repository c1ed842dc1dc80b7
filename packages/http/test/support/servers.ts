/** Small servers on loopback that answer well, badly or not at all. */
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse
} from 'node:http'
import { createServer as createHttpsServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import * as Effect from 'effect/Effect'
import type * as Scope from 'effect/Scope'

/** A request that a server received. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface TestServer {
  readonly port: number
  /** With the address 127.0.0.1. */
  readonly origin: string
  readonly requests: ReadonlyArray<Received>
  /** Connections that were opened. */
  readonly connections: () => number
  /** Resolves when the first connection that is opened has been closed. */
  readonly closed: Promise<void>
}

interface Listening {
  readonly server: Server
  readonly requests: Array<Received>
}

const listen = (make: () => Listening, scheme: string, host: string): Effect.Effect<TestServer, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.callback<
        Listening & { readonly sockets: Set<Socket>; readonly opened: () => number; readonly closed: Promise<void> }
      >((resume) => {
        const made = make()
        const sockets = new Set<Socket>()
        const { promise, resolve } = Promise.withResolvers<void>()
        let opened = 0
        made.server.on('connection', (socket: Socket) => {
          opened += 1
          sockets.add(socket)
          socket.on('error', () => undefined)
          socket.on('close', () => {
            sockets.delete(socket)
            resolve()
          })
        })
        made.server.listen(0, host, () => {
          resume(Effect.succeed({ ...made, sockets, opened: () => opened, closed: promise }))
        })
      }),
      ({ server, sockets }) =>
        Effect.callback<void>((resume) => {
          server.close(() => resume(Effect.void))
          for (const socket of sockets) socket.destroy()
        })
    ),
    ({ closed, opened, requests, server }) => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? (address satisfies AddressInfo).port : 0
      return {
        port,
        origin: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`,
        requests,
        connections: opened,
        closed
      }
    }
  )

export type Handler = (request: Received, response: ServerResponse, count: number) => void

/** Requests beyond this number are answered and not recorded, so that long tests need no more memory. */
const recorded = 1000

const recording = (requests: Array<Received>, handler: Handler): RequestListener => {
  let count = 0
  return (request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('error', () => undefined)
    request.on('end', () => {
      const received = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      if (requests.length < recorded) requests.push(received)
      count += 1
      handler(received, response, count)
    })
  }
}

/** An HTTP server. */
export const httpServer = (handler: Handler, host = '127.0.0.1') =>
  listen(
    () => {
      const requests: Array<Received> = []
      return { server: createHttpServer(recording(requests, handler)), requests }
    },
    'http',
    host
  )

/** An HTTP server with TLS. */
export const httpsServer = (options: ServerOptions, handler: Handler, host = '127.0.0.1') =>
  listen(
    () => {
      const requests: Array<Received> = []
      return { server: createHttpsServer(options, recording(requests, handler)), requests }
    },
    'https',
    host
  )

/** A server that does what it likes with its sockets. */
export const tcpServer = (onSocket: (socket: Socket) => void, host = '127.0.0.1') =>
  listen(() => ({ server: createTcpServer(onSocket), requests: [] }), 'http', host)

/** A server that writes the same bytes for every request, whatever they mean. */
export const cannedServer = (bytes: string, end: 'close' | 'keep' | 'reset') =>
  tcpServer((socket) => {
    socket.once('data', () => {
      socket.write(bytes, () => {
        if (end === 'close') socket.end()
        if (end === 'reset') socket.resetAndDestroy()
      })
    })
  })

/** An answer with a JSON body. */
export const json =
  (body: unknown, status = 200): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }

/** A port of 127.0.0.1 at which nobody listens. */
export const closedPort: Effect.Effect<number> = Effect.callback((resume) => {
  const server = createTcpServer()
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    server.close(() => resume(Effect.succeed(port)))
  })
})

/**
 * Lets the event loop go round often enough for everything that was sent to arrive: client and server of the tests share
 * it, so that turns, unlike milliseconds, mean the same on a busy machine.
 */
export const turns: Effect.Effect<void> = Effect.promise(async () => {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
})

/** Waits until somebody has connected, and a while longer. */
export const connected = (server: TestServer): Effect.Effect<void> =>
  Effect.suspend(() => (server.connections() === 0 ? Effect.andThen(turns, connected(server)) : turns))
