import { fileURLToPath } from 'node:url'
import { fmt, table } from '../lib/stats.mjs'

const E = fileURLToPath(new URL('../entries/c/http.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/c-limits.mjs', import.meta.url))
export default {
  id: 'c-http',
  title: 'C-http. HTTP servers on one core, loaded by wrk (32 connections) from the other core',
  async entries() {
    const ids = [
      'node',
      'net',
      'effect',
      'effect_spans',
      'effect_router',
      'effect_router_spans',
      'oidc_discovery',
      'oidc_jwks'
    ]
    const list = ids.map((e) => ({ id: e, file: E, export: e, baseline: e === 'node' }))
    if ((await import('../project/c-limits.mjs')).projectHttp)
      list.push({ id: 'project', file: S, export: 'projectHttp' })
    return list
  },
  check: (s) => (s === 200 ? undefined : `status ${s}`),
  modes: (o) => [
    { name: 'wrk', kind: 'burst', seconds: 1, warmSeconds: o.quick ? 1 : 5, rounds: o.rounds ?? (o.quick ? 3 : 9) }
  ],
  report: (r) =>
    table(
      ['server', 'req/s', 'ratio', 'p50 ms', 'p99 ms', 'server CPU us/req', 'CPU ratio', 'server busy', 'RSS MB'],
      r.summary.wrk.map((x) => [
        x.name,
        fmt(x.med.opsPerSec),
        x.ratio.opsPerSec.median.toFixed(2) + 'x',
        fmt(x.med.p50),
        fmt(x.med.p99),
        fmt(x.med.cpuUsPerOp),
        x.ratio.cpuUsPerOp.median.toFixed(2) + 'x',
        (x.med.util * 100).toFixed(0) + '%',
        fmt(x.med.rssMb)
      ])
    )
}
