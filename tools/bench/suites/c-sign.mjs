import { fileURLToPath } from 'node:url'
import { fmt, table } from '../lib/stats.mjs'

const E = fileURLToPath(new URL('../entries/c/sign.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/c-limits.mjs', import.meta.url))
export default {
  id: 'c-sign',
  title: 'C-sign. Signing one ID token (one core)',
  async entries() {
    const ids = [
      'jose_rs256',
      'jose_rs256_import',
      'jose_es256',
      'jose_eddsa',
      'jose_verify_rs256',
      'node_rs256',
      'node_rs256_pool',
      'node_es256',
      'node_es256_pool',
      'sha'
    ]
    const list = ids.map((e) => ({ id: e, file: E, export: e, baseline: e === 'jose_rs256' }))
    if ((await import('../project/c-limits.mjs')).projectSign)
      list.push({ id: 'project', file: S, export: 'projectSign' })
    return list
  },
  modes: (o) => [
    { name: 'block', kind: 'block', startN: 4, ms: 200, warmMs: 2000, rounds: o.rounds ?? (o.quick ? 3 : 15) },
    { name: 'c8', concurrency: 8, ms: 200, warmMs: 300, rounds: o.rounds ?? (o.quick ? 3 : 9) }
  ],
  report: (r) =>
    table(
      [
        'how',
        'tokens/s (one after the other)',
        'us per token',
        'ratio of time',
        'CPU us per token',
        'tokens/s (8 at once)'
      ],
      r.summary.block.map((x, i) => [
        x.name,
        fmt(1000 / x.med.p50),
        fmt(x.med.p50 * 1000),
        x.ratio.p50.median.toFixed(2) + 'x',
        fmt(x.med.cpuUsPerOp),
        fmt(r.summary.c8[i].med.opsPerSec)
      ])
    )
}
