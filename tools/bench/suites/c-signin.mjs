/** Whole sign-ins: discovery, authorization request with PKCE, page, code, token. */
import { byEffort, entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

export default {
  id: 'c-signin',
  title: 'Whole sign-in, server on one core',
  check: (answer) =>
    answer?.tokens?.id_token?.split('.').length === 3 ? undefined : 'the answer has no id_token of three parts',
  async entries() {
    return [
      ...entriesOf('entries/c/signin.mjs', {
        baseline: 'oidc_provider',
        names: ['oidc_provider', 'mock', 'floor1', 'floor_b2c'],
        extra: ['oidc_provider_jwt', 'oidc_provider_consent', 'oidc_provider_es256', 'floor2']
      }),
      ...(await projectEntries('project/c-signin.mjs'))
    ]
  },
  modes: (options) => [
    {
      name: 'c8',
      kind: 'latency',
      concurrency: 8,
      ms: byEffort(options, 300, 600, 800),
      warmMs: byEffort(options, 1500, 6000, 15_000),
      warmOps: byEffort(options, 1, 2000, 6000),
      rounds: rounds(options, 3, 9, 15)
    },
    {
      name: 'seq',
      kind: 'latency',
      concurrency: 1,
      ms: byEffort(options, 300, 400, 500),
      warmMs: 500,
      rounds: rounds(options, 3, 9, 15)
    }
  ],
  firstColumn: 'server',
  columns: [
    { title: 'sign-ins/s (8 at once)', mode: 'c8', median: 'opsPerSec' },
    { title: 'ratio', mode: 'c8', ratio: 'opsPerSec' },
    { title: 'p50 ms', mode: 'c8', median: 'p50Ms' },
    { title: 'p99 ms', mode: 'c8', median: 'p99Ms' },
    { title: 'server CPU ms', mode: 'c8', median: 'remoteCpuUsPerOp', scale: 1e-3 },
    { title: 'CPU ratio', mode: 'c8', ratio: 'remoteCpuUsPerOp' },
    { title: 'server busy', mode: 'c8', median: 'remoteUtilization' },
    { title: 'client CPU ms', mode: 'c8', median: 'cpuUsPerOp', scale: 1e-3 },
    { title: 'RSS MB', mode: 'c8', median: 'remoteRssMb' },
    { title: 'peak RSS MB', mode: 'seq', median: 'remotePeakRssMb' },
    { title: 'p50 ms (one by one)', mode: 'seq', median: 'p50Ms' },
    { title: 'p99 ms', mode: 'seq', median: 'p99Ms' }
  ]
}
