import { fileURLToPath } from 'node:url'
import { fmt, table } from '../lib/stats.mjs'

const G = fileURLToPath(new URL('../entries/a/guard-noop.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/a-guard.mjs', import.meta.url))

export default {
  id: 'a-guard',
  title: 'A-guard. Time limit + retry + circuit breaker around a no-op',
  async entries() {
    const ids = [
      'bare',
      'plain_guard',
      'native_guard',
      'cockatiel_all',
      'cockatiel_breaker',
      'opossum_all',
      'opossum_breaker',
      'effect_run',
      'effect_timeout',
      'effect_retry',
      'effect_ref_breaker',
      'effect_lean_breaker',
      'effect_lib_breaker',
      'effect_ref',
      'effect_lean',
      'effect_lib',
      'effect_compiled',
      'fiber_run',
      'fiber_ref',
      'fiber_lean',
      'fiber_lib',
      'fiber_compiled'
    ]
    const list = ids.map((e) => ({ id: e, file: G, export: e, baseline: e === 'bare' }))
    if ((await import('../project/a-guard.mjs')).project) list.push({ id: 'project', file: S, export: 'project' })
    return list
  },
  modes: (o) => [
    { name: 'block', kind: 'block', ms: 150, warmMs: o.quick ? 400 : 1500, rounds: o.rounds ?? (o.quick ? 3 : 15) }
  ],
  report(r) {
    return table(
      ['guard', 'ops/s', 'us/op (median block)', 'CPU us/op', 'added us'],
      r.summary.block.map((x) => [
        x.name,
        fmt(x.med.opsPerSec),
        (x.med.p50 * 1000).toFixed(2),
        x.med.cpuUsPerOp.toFixed(2),
        (x.added.p50 * 1000).toFixed(2)
      ])
    )
  }
}
