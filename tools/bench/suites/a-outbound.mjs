import { fileURLToPath } from 'node:url'
import { forkOn } from '../lib/orchestrate.mjs'
import { fmt, table } from '../lib/stats.mjs'

const P = fileURLToPath(new URL('../entries/a/plain-clients.mjs', import.meta.url))
const F = fileURLToPath(new URL('../entries/a/effect-clients.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/a-outbound.mjs', import.meta.url))

const claims = {
  objectId: '5b0c7d2e-3f0a-4c57-9d5e-0c3c1f5f8a11',
  email: 'adele.vance@contoso.example',
  displayName: 'Adele Vance',
  givenName: 'Adele',
  surname: 'Vance',
  country: 'Österreich',
  lang: 'de-AT',
  correlationId: 'c0ffee00-1234-4abc-9def-0123456789ab'
}

let server
export default {
  id: 'a-outbound',
  title: 'A. Outbound call: POST form -> JSON over loopback keep-alive',
  async before() {
    server = forkOn(1, fileURLToPath(new URL('../lib/rest-server.mjs', import.meta.url)))
    const { port } = await new Promise((r) => server.once('message', r))
    return { url: `http://127.0.0.1:${port}/api/claims`, claims }
  },
  input: (ctx) => ({ claims: ctx.claims }),
  check: (r) => (r?.loyaltyTier === 'gold' && r.roles?.length === 3 ? undefined : JSON.stringify(r)),
  after: () => server.kill(),
  async entries() {
    const plain = [
      'undici_request',
      'undici_pool',
      'undici_dispatch',
      'node_http',
      'global_fetch',
      'undici_fetch',
      'axios_bare',
      'ky_bare',
      'got_bare',
      'undici_plain',
      'undici_native',
      'dispatch_native',
      'undici_cockatiel',
      'undici_opossum',
      'fetch_cockatiel',
      'fetch_opossum',
      'axios_cockatiel',
      'axios_opossum',
      'ky_own',
      'got_own'
    ]
    const effect = [
      'effect_undici',
      'effect_undici_quiet',
      'effect_fetch',
      'effect_fetch_quiet',
      'effect_nodehttp',
      'effect_undici_ref',
      'effect_undici_quiet_ref',
      'effect_undici_quiet_lean',
      'effect_fetch_ref',
      'effect_undici_lib',
      'effect_raw_ref',
      'effect_raw_lean',
      'effect_compiled'
    ]
    const list = [
      ...plain.map((e) => ({ id: e, file: P, export: e, baseline: e === 'undici_request' })),
      ...effect.map((e) => ({ id: e, file: F, export: e }))
    ]
    const { project } = await import('../project/a-outbound.mjs')
    if (project) list.push({ id: 'project', file: S, export: 'project' })
    return list
  },
  // The saturating mode goes first: it also warms the JIT for the sequential mode.
  modes: (o) => [
    {
      name: 'c16',
      concurrency: 16,
      ms: 200,
      warmMs: o.quick ? 1000 : 4000,
      warmOps: o.quick ? 1 : 40_000,
      rounds: o.rounds ?? (o.quick ? 3 : 15)
    },
    { name: 'seq', concurrency: 1, ms: 200, warmMs: o.quick ? 300 : 800, rounds: o.rounds ?? (o.quick ? 3 : 15) }
  ],
  report(r) {
    const seq = r.summary.seq
    const c16 = r.summary.c16
    const rows = seq.map((a, i) => {
      const b = c16[i]
      return [
        a.name,
        fmt(a.med.p50 * 1000),
        fmt(a.added.p50 * 1000),
        a.ratio.p50.median.toFixed(2) + 'x',
        fmt(a.med.p99 * 1000),
        fmt(a.med.cpuUsPerOp),
        a.ratio.cpuUsPerOp.median.toFixed(2) + 'x',
        fmt(b.med.opsPerSec),
        b.ratio.opsPerSec.median.toFixed(2) + 'x',
        fmt(b.med.p50 * 1000),
        fmt(b.med.p99 * 1000),
        b.ratio.p99.median.toFixed(2) + 'x',
        fmt(b.med.cpuUsPerOp),
        b.ratio.cpuUsPerOp.median.toFixed(2) + 'x'
      ]
    })
    return table(
      [
        'client',
        'p50 us (c=1)',
        'added us',
        'p50 ratio',
        'p99 us',
        'CPU us/op',
        'CPU ratio',
        'req/s (c=16)',
        'req/s ratio',
        'p50 us (c=16)',
        'p99 us (c=16)',
        'p99 ratio',
        'CPU us/op (c=16)',
        'CPU ratio (c=16)'
      ],
      rows
    )
  }
}
