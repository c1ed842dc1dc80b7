// Start, answer one request, stop.
import { createServer, get } from 'node:http'
const s = createServer((_req, res) => res.end('hello'))
s.listen(0, '127.0.0.1', () =>
  get({ port: s.address().port, host: '127.0.0.1', agent: false }, (r) => r.resume().on('end', () => s.close()))
)
