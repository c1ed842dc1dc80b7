import { fileURLToPath } from 'node:url'
import { fmt, table } from '../lib/stats.mjs'

const E = fileURLToPath(new URL('../entries/c/signin.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/c-signin.mjs', import.meta.url))

export default {
  id: 'c-signin',
  title: 'C. Whole sign-in, server on one core',
  check: (r) => (r?.tokens?.id_token?.split('.').length === 3 ? undefined : JSON.stringify(r)),
  async entries() {
    const ids = [
      'oidc_provider',
      'oidc_provider_jwt',
      'oidc_provider_consent',
      'oidc_provider_es256',
      'mock',
      'floor1',
      'floor2',
      'floor_b2c'
    ]
    const list = ids.map((e) => ({ id: e, file: E, export: e, baseline: e === 'oidc_provider' }))
    if ((await import('../project/c-signin.mjs')).project) list.push({ id: 'project', file: S, export: 'project' })
    return list
  },
  modes: (o) => [
    {
      name: 'c8',
      concurrency: 8,
      ms: o.quick ? 300 : 800,
      warmMs: o.quick ? 1500 : 15_000,
      warmOps: o.quick ? 1 : 6000,
      rounds: o.rounds ?? (o.quick ? 3 : 15)
    },
    { name: 'seq', concurrency: 1, ms: o.quick ? 300 : 500, warmMs: 500, rounds: o.rounds ?? (o.quick ? 3 : 15) }
  ],
  report(r) {
    const seq = r.summary.seq
    return table(
      [
        'server',
        'flows/s (c=8)',
        'ratio',
        'p50 ms',
        'p99 ms',
        'server CPU ms/flow',
        'CPU ratio',
        'flows per server-CPU-second',
        'server busy',
        'client CPU ms/flow',
        'RSS MB',
        'peak RSS MB',
        'p50 ms (c=1)',
        'p99 ms (c=1)'
      ],
      r.summary.c8.map((x, i) => [
        x.name,
        fmt(x.med.opsPerSec),
        x.ratio.opsPerSec.median.toFixed(2) + 'x',
        fmt(x.med.p50),
        fmt(x.med.p99),
        fmt(x.med.remoteCpuUsPerOp / 1000),
        x.ratio.remoteCpuUsPerOp.median.toFixed(2) + 'x',
        fmt(1e6 / x.med.remoteCpuUsPerOp),
        (x.med.remoteUtil * 100).toFixed(0) + '%',
        fmt(x.med.cpuUsPerOp / 1000),
        fmt(x.med.remoteRssMb),
        fmt(seq[i].med.remotePeakRssMb),
        fmt(seq[i].med.p50),
        fmt(seq[i].med.p99)
      ])
    )
  }
}
