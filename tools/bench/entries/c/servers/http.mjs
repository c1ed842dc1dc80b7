/** Hello-world servers: the limit of the server path. Argument: net, node, effect or effect-router, the last two with +spans. */
import { createServer } from 'node:http'
import net from 'node:net'
import { announce } from '../../../lib/statsChannel.mjs'

const kind = process.argv[2]
const ready = (s) => announce({ origin: `http://127.0.0.1:${s.address().port}` })
const json = '{"hello":"world"}'
const text = Buffer.from(json)
if (kind === 'net') {
  // No HTTP parser at all: every chunk that ends a request head is answered.
  const answer = Buffer.from(
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${json}`
  )
  const s = net.createServer({ noDelay: true }, (c) => {
    c.on('data', (d) => {
      if (d.includes('\r\n\r\n')) c.write(answer)
    })
    c.on('error', () => c.destroy())
  })
  s.listen(0, '127.0.0.1', () => ready(s))
} else if (kind === 'node') {
  const s = createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length })
    res.end(text)
  })
  s.listen(0, '127.0.0.1', () => ready(s))
} else {
  const NodeHttpServer = await import('@effect/platform-node/NodeHttpServer')
  const { Effect, Layer } = await import('effect')
  const { HttpRouter, HttpServer, HttpServerResponse } = await import('effect/http')
  const s = createServer()
  s.on('listening', () => ready(s))
  const answer = () => HttpServerResponse.text('{"hello":"world"}', { contentType: 'application/json' })
  const server = NodeHttpServer.layer(() => s, { port: 0, host: '127.0.0.1' })
  const traced = kind.endsWith('+spans')
  const HttpMiddleware = (await import('effect/http')).HttpMiddleware
  const quiet = traced ? Layer.empty : Layer.succeed(HttpMiddleware.TracerDisabledWhen, () => true)
  const app = kind.startsWith('effect-router')
    ? HttpRouter.serve(
        Layer.mergeAll(
          HttpRouter.add('GET', '/', Effect.sync(answer)),
          ...Array.from({ length: 20 }, (_, i) =>
            HttpRouter.add('GET', `/tenant${i}/:policy/oauth2/v2.0/authorize`, Effect.sync(answer))
          )
        ),
        { disableLogger: true, disableListenLog: true }
      )
    : HttpServer.serve(Effect.sync(answer))
  Effect.runFork(Layer.launch(app.pipe(Layer.provide(quiet), Layer.provide(server))))
}
