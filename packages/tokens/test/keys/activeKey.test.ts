import type { ContainerKey } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'
import { activeKey, whyNoneIsActive } from '../../src/keys/activeKey.ts'

const seconds = (text: string) => (text === '' ? undefined : Number(text))

/** `nbf-exp`, either of which may be missing. */
const keyOf = (times: string): ContainerKey => {
  const [notBefore = '', expires = ''] = times.split('-')
  return { kid: times, use: 'sig', jwk: Redacted.make({}), notBefore: seconds(notBefore), expires: seconds(expires) }
}

const container = (...times: ReadonlyArray<string>) => ({ storageReferenceId: 'B2C_1A_X', keys: times.map(keyOf) })

describe('the active key of a container', () => {
  const rows: ReadonlyArray<readonly [times: ReadonlyArray<string>, now: number, active: string | undefined]> = [
    [['-'], 0, '-'],
    [['10-20'], 9, undefined],
    [['10-20'], 10, '10-20'],
    [['10-20'], 19, '10-20'],
    [['10-20'], 20, undefined],
    [['10-', '30-'], 29, '10-'],
    [['10-', '30-'], 30, '30-'],
    [['30-', '10-'], 30, '30-'],
    [['30-', '10-'], 29, '10-'],
    // The prior one is not active again when its successor expires, but it is all there is.
    [['10-', '30-40'], 40, '10-'],
    [['10-20', '15-30'], 17, '15-30'],
    // A key without dates is a safety net.
    [['-', '10-20'], 15, '10-20'],
    [['-', '10-20'], 20, '-'],
    [['10-20', '-'], 15, '10-20'],
    [['10-', '10-50'], 15, '10-50'],
    [[], 0, undefined]
  ]
  it.each(rows)('%j at %d is %s', (times, now, active) => {
    assert.strictEqual(activeKey(container(...times), now)?.kid, active)
  })

  const Second = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 40 }))
  const Times = Schema.Tuple([Schema.UndefinedOr(Second), Schema.UndefinedOr(Second)])
  it.prop(
    'is activated and not expired, and none was activated later',
    [Schema.Array(Times), Second],
    ([times, now]) => {
      const { keys, ...rest } = container(...times.map(([from, to]) => `${from ?? ''}-${to ?? ''}`))
      const active = activeKey({ keys, ...rest }, now)
      const usable = keys.filter(({ expires, notBefore }) => (notBefore ?? 0) <= now && now < (expires ?? Infinity))
      if (active === undefined) return usable.length === 0
      return usable.includes(active) && usable.every(({ notBefore }) => (notBefore ?? -1) <= (active.notBefore ?? -1))
    }
  )

  const reasons: ReadonlyArray<readonly [times: ReadonlyArray<string>, now: number, why: string]> = [
    [[], 0, 'the container has no keys'],
    [['100-', '200-'], 0, 'no key is active before 1970-01-01T00:01:40Z'],
    [['0-100', '0-200'], 300, 'its last key expired at 1970-01-01T00:03:20Z']
  ]
  it.each(reasons)('%j at %d: %s', (times, now, why) => {
    assert.strictEqual(whyNoneIsActive(container(...times), now), why)
  })
})
