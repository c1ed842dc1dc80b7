/** Looks how busy the machine is with other work, while our own processes wait. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Processor time since the start of the machine, from Linux; nothing on other systems. */
const ticks = () => {
  try {
    const [line] = readFileSync('/proc/stat', 'utf8').split('\n', 1)
    const fields = line.trim().split(/\s+/).slice(1).map(Number)
    return { idle: fields[3] + fields[4], all: fields.slice(0, 8).reduce((sum, field) => sum + field, 0) }
  } catch {
    return undefined
  }
}

/**
 * Answers whether the machine is calm now, and waits for a calm moment as long as the patience lasts: so many seconds
 * for all answers together.
 */
export const quietGate = ({ patience, limit = 0.2, sampleMs = 60, pauseMs = 250 }) => {
  let leftMs = patience * 1000
  return async () => {
    for (;;) {
      const start = performance.now()
      const before = ticks()
      if (before === undefined) return false
      await sleep(sampleMs)
      const after = ticks()
      const all = after.all - before.all
      if (all <= 0 || 1 - (after.idle - before.idle) / all <= limit) return true
      if (leftMs <= 0) return false
      await sleep(pauseMs)
      leftMs -= performance.now() - start
    }
  }
}
