// Start an Effect HTTP server with a router, answer one request, stop.
import * as NodeHttpServer from '@effect/platform-node/NodeHttpServer'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as HttpRouter from 'effect/http/HttpRouter'
import * as HttpServerResponse from 'effect/http/HttpServerResponse'
import { createServer, get } from 'node:http'
const s = createServer()
s.on('listening', () =>
  get({ port: s.address().port, host: '127.0.0.1', agent: false }, (r) =>
    r.resume().on('end', () => process.exit(r.statusCode === 200 ? 0 : 1))
  )
)
const app = HttpRouter.add('GET', '/', HttpServerResponse.text('hello'))
Effect.runFork(
  Layer.launch(
    HttpRouter.serve(app, { disableLogger: true, disableListenLog: true }).pipe(
      Layer.provide(NodeHttpServer.layer(() => s, { port: 0, host: '127.0.0.1' }))
    )
  )
)
