/** The limit of token issuing: one signature over a typical ID token, on one core. */
import { entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

export default {
  id: 'c-sign',
  title: 'Signing one ID token (one core)',
  async entries() {
    return [
      ...entriesOf('entries/c/sign.mjs', {
        baseline: 'jose_rs256',
        names: ['jose_rs256', 'jose_es256', 'node_rs256', 'node_rs256_pool', 'node_es256'],
        extra: ['jose_rs256_import', 'jose_eddsa', 'jose_verify_rs256', 'node_es256_pool', 'sha']
      }),
      ...(await projectEntries('project/c-sign.mjs'))
    ]
  },
  modes: (options) => [
    { name: 'block', kind: 'block', startN: 4, ms: 200, warmMs: 2000, rounds: rounds(options, 3, 9, 15) },
    { name: 'c8', kind: 'latency', concurrency: 8, ms: 200, warmMs: 300, rounds: rounds(options, 3, 7, 9) }
  ],
  firstColumn: 'how',
  columns: [
    { title: 'µs per token', mode: 'block', median: 'p50Ms', scale: 1000 },
    { title: 'ratio', mode: 'block', ratio: 'p50Ms' },
    { title: 'CPU µs per token', mode: 'block', median: 'cpuUsPerOp' },
    { title: 'tokens/s (8 at once)', mode: 'c8', median: 'opsPerSec' }
  ]
}
