/** What a guard costs by itself: time limit, retries and circuit breaker around a call that does nothing. */
import { byEffort, entriesOf, projectEntries, rounds } from '../lib/entries.mjs'

export default {
  id: 'a-guard',
  title: 'Guard: time limit, retries and circuit breaker around a no-op',
  async entries() {
    return [
      ...entriesOf('entries/a/guardNoop.mjs', {
        baseline: 'bare',
        names: [
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
          'effect_lib_breaker',
          'effect_ref',
          'effect_lean',
          'effect_lib',
          'effect_compiled'
        ],
        extra: [
          'effect_ref_breaker',
          'effect_lean_breaker',
          'fiber_run',
          'fiber_ref',
          'fiber_lean',
          'fiber_lib',
          'fiber_compiled'
        ]
      }),
      ...(await projectEntries('project/a-guard.mjs'))
    ]
  },
  modes: (options) => [
    {
      name: 'block',
      kind: 'block',
      ms: 150,
      warmMs: byEffort(options, 400, 1500, 1500),
      rounds: rounds(options, 3, 9, 15)
    },
    { name: 'allocation', kind: 'allocation', runs: 20_000, rounds: 1 }
  ],
  firstColumn: 'guard',
  columns: [
    { title: 'calls/s', mode: 'block', median: 'opsPerSec' },
    { title: 'µs', mode: 'block', median: 'p50Ms', scale: 1000 },
    { title: 'CPU µs', mode: 'block', median: 'cpuUsPerOp' },
    { title: 'added µs', mode: 'block', added: 'p50Ms', scale: 1000 },
    { title: 'allocated KB', mode: 'allocation', median: 'allocatedBytesPerOp', scale: 1 / 1000 }
  ],
  aims: [
    {
      text: 'the guard, which hands its time limit to the transport, by cockatiel',
      entry: 'project',
      against: 'cockatiel_all',
      mode: 'block',
      measure: 'p50Ms',
      atMost: 1
    },
    {
      text: 'the guard with a timer of its own by cockatiel',
      entry: 'projectTimer',
      against: 'cockatiel_all',
      mode: 'block',
      measure: 'p50Ms',
      atMost: 1
    }
  ]
}
