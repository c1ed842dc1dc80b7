/** The limit of serving: servers on one core, loaded by wrk from the other. */
import { spawnSync } from 'node:child_process'
import { byEffort, entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

export default {
  id: 'c-http',
  title: 'HTTP servers on one core, loaded by wrk (32 connections) from the other',
  missing: () => (spawnSync('wrk', ['-v']).error === undefined ? undefined : 'the program wrk is not installed'),
  check: (status) => (status === 200 ? undefined : `status ${status}`),
  async entries() {
    return [
      ...entriesOf('entries/c/http.mjs', {
        baseline: 'node',
        names: ['node', 'net', 'effect', 'effect_router', 'oidc_discovery'],
        extra: ['effect_spans', 'effect_router_spans', 'oidc_jwks']
      }),
      ...(await projectEntries('project/c-http.mjs'))
    ]
  },
  modes: (options) => [
    {
      name: 'wrk',
      kind: 'burst',
      seconds: 1,
      warmSeconds: byEffort(options, 1, 3, 5),
      rounds: rounds(options, 3, 5, 9)
    }
  ],
  firstColumn: 'server',
  columns: [
    { title: 'requests/s', mode: 'wrk', median: 'opsPerSec' },
    { title: 'ratio', mode: 'wrk', ratio: 'opsPerSec' },
    { title: 'p50 ms', mode: 'wrk', median: 'p50Ms' },
    { title: 'p99 ms', mode: 'wrk', median: 'p99Ms' },
    { title: 'server CPU µs', mode: 'wrk', median: 'cpuUsPerOp' },
    { title: 'CPU ratio', mode: 'wrk', ratio: 'cpuUsPerOp' },
    { title: 'server busy', mode: 'wrk', median: 'utilization' },
    { title: 'RSS MB', mode: 'wrk', median: 'rssMb' }
  ]
}
