/**
 * Soak test: `node --expose-gc --conditions=@trustframe/source packages/http/bench/soak.ts [EXCHANGES]` (default 100,000)
 * makes exchanges with mixed faults and prints the memory on the way. It fails when a handle is left or memory grows.
 */
import * as Effect from 'effect/Effect'
import { soak } from '../test/support/soak.ts'

const exchanges = Number(process.argv[2] ?? 100_000)

const heap = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

const samples: Array<number> = []
const every = Math.max(1000, Math.ceil(exchanges / 20_000) * 1000)
const startedAt = performance.now()
const { after, before, outcomes } = await Effect.runPromise(
  soak({
    exchanges,
    concurrency: 64,
    onProgress: (done) => {
      if (done % every !== 0) return
      samples.push(heap())
      console.log(`${done} exchanges, heap ${samples[samples.length - 1]?.toFixed(1)} MiB`)
    }
  })
)
const seconds = (performance.now() - startedAt) / 1000

/** What leaks grows from the second third of the samples to the last; the first third is for warming up. */
const middle = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const third = Math.ceil(samples.length / 3)
const growth = middle(samples.slice(-third)) - middle(samples.slice(third, 2 * third))

console.log(outcomes)
console.log(
  `${exchanges} exchanges in ${seconds.toFixed(1)} s; heap grew by ${growth.toFixed(2)} MiB from the second third to the last`
)
console.log(`open handles before: [${before.join(', ')}], after: [${after.join(', ')}]`)
if (JSON.stringify(before) !== JSON.stringify(after) || growth > 2) process.exitCode = 1
