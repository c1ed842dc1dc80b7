/** Ten claims transformations, from claims that a fresh bag has. */
import { byEffort, entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

export default {
  id: 'd-transforms',
  title: 'Ten claims transformations on a fresh claims bag',
  async entries() {
    return [
      ...entriesOf('entries/d/plain.mjs', {
        baseline: 'straight',
        names: ['straight', 'closures', 'slotted', 'interpreted', 'bag_only']
      }),
      ...entriesOf('entries/d/effect.mjs', {
        names: ['one_sync', 'sync_each', 'idiomatic_gen'],
        extra: [
          'one_try',
          'run_promise',
          'for_each',
          'try_interpreted',
          'idiomatic_span',
          'idiomatic_log',
          'fiber_each',
          'promise_each',
          'run_only'
        ]
      }),
      ...(await projectEntries('project/d-transforms.mjs'))
    ]
  },
  modes: (options) => [
    {
      name: 'block',
      kind: 'block',
      ms: 150,
      warmMs: byEffort(options, 400, 1500, 1500),
      rounds: rounds(options, 3, 9, 15)
    },
    { name: 'allocation', kind: 'allocation', runs: 20_000, rounds: 1 }
  ],
  firstColumn: 'how',
  columns: [
    { title: 'transformations/s', mode: 'block', median: 'opsPerSec' },
    { title: 'ns per transformation', mode: 'block', median: 'p50Ms', scale: 1e6 },
    { title: 'ratio to the floor', mode: 'block', ratio: 'p50Ms' },
    { title: 'allocated bytes', mode: 'allocation', median: 'allocatedBytesPerOp' }
  ],
  aims: [
    {
      text: 'ten transformations by the same written by hand',
      entry: 'project',
      mode: 'block',
      measure: 'p50Ms',
      atMost: 1
    }
  ]
}
