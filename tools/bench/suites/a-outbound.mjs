/** One REST call, from claims to the JSON of the answer: bare clients, guarded clients, the whole interpreter. */
import { fileURLToPath } from 'node:url'
import { byEffort, entriesOf, projectEntries, rounds } from '../lib/entries.mjs'
import { forkOn, ready } from '../lib/processes.mjs'

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

const running = { server: undefined }

export default {
  id: 'a-outbound',
  title: 'Outbound call: POST form → JSON over loopback, connections kept alive',
  async before() {
    running.server = forkOn(1, fileURLToPath(new URL('../lib/restServer.mjs', import.meta.url)))
    const { port } = await ready(running.server)
    return { url: `http://127.0.0.1:${port}/api/claims`, claims }
  },
  input: (context) => ({ claims: context.claims }),
  check: (answer) =>
    answer?.loyaltyTier === 'gold' && answer.roles?.length === 3 ? undefined : JSON.stringify(answer),
  after: () => running.server.kill(),
  async entries() {
    return [
      ...entriesOf('entries/a/plainClients.mjs', {
        baseline: 'undici_request',
        names: [
          'undici_request',
          'undici_dispatch',
          'undici_plain',
          'undici_native',
          'undici_cockatiel',
          'undici_opossum'
        ],
        extra: [
          'undici_pool',
          'dispatch_native',
          'node_http',
          'global_fetch',
          'undici_fetch',
          'axios_bare',
          'ky_bare',
          'got_bare',
          'fetch_cockatiel',
          'fetch_opossum',
          'axios_cockatiel',
          'axios_opossum',
          'ky_own',
          'got_own'
        ]
      }),
      ...entriesOf('entries/a/effectClients.mjs', {
        names: ['effect_undici', 'effect_undici_ref', 'effect_raw_lean', 'effect_compiled'],
        extra: [
          'effect_undici_quiet',
          'effect_undici_quiet_ref',
          'effect_undici_quiet_lean',
          'effect_undici_lib',
          'effect_raw_ref',
          'effect_fetch',
          'effect_fetch_quiet',
          'effect_fetch_ref',
          'effect_nodehttp'
        ]
      }),
      ...(await projectEntries('project/a-outbound.mjs'))
    ]
  },
  // The saturating mode goes first: it also warms the compiler up for the sequential one.
  modes: (options) => [
    {
      name: 'c16',
      kind: 'latency',
      concurrency: 16,
      ms: 200,
      warmMs: byEffort(options, 1000, 3000, 4000),
      warmOps: byEffort(options, 1, 20_000, 40_000),
      rounds: rounds(options, 3, 9, 15)
    },
    {
      name: 'seq',
      kind: 'latency',
      concurrency: 1,
      ms: 200,
      warmMs: byEffort(options, 300, 800, 800),
      rounds: rounds(options, 3, 9, 15)
    },
    { name: 'allocation', kind: 'allocation', runs: 1000, rounds: 1 }
  ],
  firstColumn: 'client',
  columns: [
    { title: 'p50 µs (one by one)', mode: 'seq', median: 'p50Ms', scale: 1000 },
    { title: 'added µs', mode: 'seq', added: 'p50Ms', scale: 1000 },
    { title: 'p50 ratio', mode: 'seq', ratio: 'p50Ms' },
    { title: 'p99 µs', mode: 'seq', median: 'p99Ms', scale: 1000 },
    { title: 'CPU µs', mode: 'seq', median: 'cpuUsPerOp' },
    { title: 'CPU ratio', mode: 'seq', ratio: 'cpuUsPerOp' },
    { title: 'calls/s (16 at once)', mode: 'c16', median: 'opsPerSec' },
    { title: 'ratio', mode: 'c16', ratio: 'opsPerSec' },
    { title: 'p50 µs (16)', mode: 'c16', median: 'p50Ms', scale: 1000 },
    { title: 'p99 µs (16)', mode: 'c16', median: 'p99Ms', scale: 1000 },
    { title: 'CPU µs (16)', mode: 'c16', median: 'cpuUsPerOp' },
    { title: 'CPU ratio (16)', mode: 'c16', ratio: 'cpuUsPerOp' },
    { title: 'allocated KB', mode: 'allocation', median: 'allocatedBytesPerOp', scale: 1 / 1000 }
  ],
  aims: [
    {
      text: 'the whole journey by raw undici, p50, one by one',
      entry: 'project',
      mode: 'seq',
      measure: 'p50Ms',
      atMost: 1.35
    },
    {
      text: 'the whole journey by raw undici, CPU, 16 at once',
      entry: 'project',
      mode: 'c16',
      measure: 'cpuUsPerOp',
      atMost: 2.3
    }
  ]
}
