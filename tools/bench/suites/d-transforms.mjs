import { fileURLToPath } from 'node:url'
import { fmt, table } from '../lib/stats.mjs'

const P = fileURLToPath(new URL('../entries/d/plain.mjs', import.meta.url))
const F = fileURLToPath(new URL('../entries/d/effect.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/d-transforms.mjs', import.meta.url))

export default {
  id: 'd-transforms',
  title: 'D. Ten claims transformations on a fresh claims bag',
  async entries() {
    const plain = ['straight', 'closures', 'slotted', 'interpreted', 'bag_only']
    const eff = [
      'one_sync',
      'one_try',
      'run_promise',
      'sync_each',
      'for_each',
      'try_interpreted',
      'idiomatic_gen',
      'idiomatic_span',
      'idiomatic_log',
      'fiber_each',
      'promise_each',
      'run_only'
    ]
    const list = [
      ...plain.map((e) => ({ id: e, file: P, export: e, baseline: e === 'straight' })),
      ...eff.map((e) => ({ id: e, file: F, export: e }))
    ]
    if ((await import('../project/d-transforms.mjs')).project) list.push({ id: 'project', file: S, export: 'project' })
    return list
  },
  modes: (o) => [
    { name: 'block', kind: 'block', ms: 150, warmMs: o.quick ? 400 : 1500, rounds: o.rounds ?? (o.quick ? 3 : 15) }
  ],
  report(r) {
    return table(
      ['how', 'transformations/s', 'ns per transformation', 'ratio to floor', 'quartiles of the ratio'],
      r.summary.block.map((x) => [
        x.name,
        fmt(1000 / x.med.p50),
        (x.med.p50 * 1e6).toFixed(0),
        x.ratio.p50.median.toFixed(2) + 'x',
        `${x.ratio.p50.q1.toFixed(2)}-${x.ratio.p50.q3.toFixed(2)}`
      ])
    )
  }
}
