/** What a sign-in with a local account costs without the wire: the step function, what drives it, the ports, the hash. */
import { byEffort, entriesOf, rounds } from '../lib/entries.mjs'

export default {
  id: 'd-local',
  title: 'One sign-in with a local account: a page, a password, the account, the claims of the token',
  check: (name) => (name === 'Adele Vance' ? undefined : `the name is ${name}`),
  async entries() {
    return entriesOf('project/d-local.mjs', {
      baseline: 'projectLoop',
      names: ['projectLoop', 'projectStep', 'project', 'projectDirectory', 'projectSealed', 'projectHash']
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
    { name: 'allocation', kind: 'allocation', runs: 1000, rounds: 1 }
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
