import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import { soak, socketsOf } from './support/soak.ts'

describe('thousands of exchanges with mixed faults', () => {
  it.live(
    'end with no socket and no timer left, and every kind of fault was met',
    () =>
      Effect.gen(function* () {
        const { after, before, outcomes } = yield* soak({ exchanges: 5000, concurrency: 64 })
        assert.deepStrictEqual(socketsOf(after), socketsOf(before))
        assert.isAtMost(after.length, before.length)
        assert.containsAllKeys(outcomes, [
          'answered',
          'interrupted',
          'AnswerUnreadable',
          'ConnectionFailed',
          'RequestTimeout',
          'ServiceRejected',
          'StatusRejected'
        ])
      }),
    60_000
  )
})
