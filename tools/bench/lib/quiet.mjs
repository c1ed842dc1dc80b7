// Other jobs may run on the machine. Before every measured pair, while our own processes wait, look
// how busy the machine is; wait for a calm moment as long as the patience (seconds per suite) lasts.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const ticks = () => {
  const f = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].trim().split(/\s+/).slice(1).map(Number)
  const idle = f[3] + f[4]
  return { idle, all: f.slice(0, 8).reduce((a, b) => a + b, 0) }
}

export const quietGate = ({ patience = 300, limit = 0.2, sampleMs = 60, pauseMs = 250 } = {}) => {
  let left = patience * 1000
  let works = true
  return async () => {
    for (;;) {
      if (!works) return false
      let a, b
      const t = performance.now()
      try {
        a = ticks()
        await sleep(sampleMs)
        b = ticks()
      } catch {
        works = false
        return false
      }
      const busy = b.all > a.all ? 1 - (b.idle - a.idle) / (b.all - a.all) : 0
      if (busy <= limit) return true
      if (left <= 0) return false
      await sleep(pauseMs)
      left -= performance.now() - t
    }
  }
}
