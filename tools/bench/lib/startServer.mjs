/** A server program in a process of its own, on the core that the clients leave free. */
import { forkOn, ready } from './processes.mjs'

/** Starts the program, which calls `announce({ origin })` of `statsChannel.mjs` when it listens. */
export const startServer = async (file, args) => {
  const child = forkOn(1, file, args)
  const { origin } = await ready(child)
  return {
    origin,
    /** Processor time and memory of the server so far. */
    stats: () =>
      new Promise((resolve) => {
        child.once('message', resolve)
        child.send('stats')
      }),
    stop: () => child.kill()
  }
}
