/** What a journey costs by itself, around one REST call that answers at once: the step function, and what drives it. */
import { byEffort, entriesOf, rounds } from '../lib/entries.mjs'

export default {
  id: 'd-journey',
  title: 'One journey of two steps, around a REST call that answers at once',
  check: (tier) => (tier === 'gold' ? undefined : `loyaltyTier is ${tier}`),
  async entries() {
    return entriesOf('project/d-journey.mjs', {
      baseline: 'projectLoop',
      names: ['projectLoop', 'projectStep', 'project']
    })
  },
  modes: (options) => [
    {
      name: 'block',
      kind: 'block',
      ms: 150,
      warmMs: byEffort(options, 800, 1500, 1500),
      rounds: rounds(options, 5, 15, 25)
    },
    { name: 'allocation', kind: 'allocation', runs: 5000, rounds: 1 }
  ],
  firstColumn: 'how',
  columns: [
    { title: 'journeys/s', mode: 'block', median: 'opsPerSec' },
    { title: 'µs', mode: 'block', median: 'p50Ms', scale: 1000 },
    { title: 'by the loop', mode: 'block', ratio: 'p50Ms' },
    { title: 'CPU µs', mode: 'block', median: 'cpuUsPerOp' },
    { title: 'allocated KB', mode: 'allocation', median: 'allocatedBytesPerOp', scale: 1 / 1000 }
  ]
}
