/** Listening on this machine. */
import type { Server } from 'node:net'

/** Starts a server on a loopback port, 0 for any that is free; answers with the port. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(address === null || typeof address === 'string' ? 0 : address.port)
    })
  })

/** Stops a server. */
export const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
  })
