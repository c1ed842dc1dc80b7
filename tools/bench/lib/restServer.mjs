/** The REST service of the suite outbound: reads a form, answers a small JSON document. */
import { createServer } from 'node:http'

const answer = Buffer.from(
  JSON.stringify({
    version: '1.0.0',
    status: 200,
    loyaltyId: 'L-0042-7781-2026',
    loyaltyTier: 'gold',
    customerNumber: 'C1029384756',
    marketingConsent: true,
    roles: ['reader', 'buyer', 'reviewer'],
    lastOrderDate: '2026-11-20T10:15:30Z'
  })
)
const server = createServer((request, response) => {
  let bytes = 0
  request.on('data', (chunk) => {
    bytes += chunk.length
  })
  request.on('end', () => {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length }
    response.writeHead(bytes > 0 ? 200 : 400, headers)
    response.end(answer)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('disconnect', () => process.exit(0))
