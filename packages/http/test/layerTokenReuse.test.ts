import { assert, describe, it } from '@effect/vitest'
import { isJsonObject } from '@trustframe/claims'
import { ClaimsExchangeError } from '@trustframe/core/exchange'
import { type RestfulAnswer, type RestfulInput, RestfulProvider } from '@trustframe/core/ports'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import { TestClock } from 'effect/testing'
import { layerTokenReuse, type TokenReuseOptions } from '../src/layerTokenReuse.ts'
import { restfulPlan } from './support/plan.ts'

const inputs = { grant: { partner: 'grant_type' }, scope: {} }
const tokenProfile = restfulPlan({
  id: 'REST-Token',
  sendClaimsIn: 'Form',
  inputs,
  outputs: { t: { partner: 'access_token' } }
})
const input = (scope = 'S'): RestfulInput => ['client_credentials', scope]

const attempt = { number: 1, startedAtMillis: 0, durationMillis: 1, outcome: 'answered', method: 'POST', url: 'u' }

/** A provider that counts, and issues `T1`, `T2`, …, each living as long as it is told. */
const tokenService = (
  options: { readonly expiresIn?: unknown; readonly takes?: number; readonly fails?: (count: number) => boolean } = {}
) => {
  const calls: Array<string> = []
  const interrupted: Array<string> = []
  const expiresIn = 'expiresIn' in options ? options.expiresIn : 3600
  const exchange = (plan: RestfulPlan): Effect.Effect<RestfulAnswer, ClaimsExchangeError> =>
    Effect.suspend(() => {
      calls.push(plan.id)
      const body = { access_token: `T${calls.length}`, expires_in: expiresIn }
      if (options.fails?.(calls.length) === true) {
        const failure = { _tag: 'StatusRejected', status: 500, reason: '' } as const
        return Effect.fail(new ClaimsExchangeError({ technicalProfile: plan.id, failure, attempts: [] }))
      }
      return Effect.succeed({ status: 200, body: JSON.parse(JSON.stringify(body)), attempts: [attempt] })
    }).pipe(
      Effect.delay(options.takes ?? 0),
      Effect.onInterrupt(() => Effect.sync(() => void interrupted.push(plan.id)))
    )
  const provide = (reuse: TokenReuseOptions = {}) =>
    layerTokenReuse(reuse).pipe(Layer.provide(Layer.succeed(RestfulProvider, { exchange })))
  return { calls, interrupted, provide }
}

const tokenOf = ({ attempts, body }: RestfulAnswer) => {
  const token = isJsonObject(body) ? body['access_token'] : undefined
  return typeof token === 'string' && attempts.length === 0 ? `${token} reused` : token
}

const fetchToken = (plan = tokenProfile, values = input()) =>
  RestfulProvider.use(({ exchange }) => Effect.map(exchange(plan, values), tokenOf))

describe('a token', () => {
  it.effect('is used until shortly before it expires', () => {
    const service = tokenService({ expiresIn: 3600 })
    return Effect.gen(function* () {
      assert.strictEqual(yield* fetchToken(), 'T1')
      assert.strictEqual(yield* fetchToken(), 'T1 reused')
      yield* TestClock.adjust('3539 seconds')
      assert.strictEqual(yield* fetchToken(), 'T1 reused')
      yield* TestClock.adjust('1 second')
      assert.strictEqual(yield* fetchToken(), 'T2')
    }).pipe(Effect.provide(service.provide()))
  })

  it.effect('that lives shortly is used for half of its life', () => {
    const service = tokenService({ expiresIn: '60' })
    return Effect.gen(function* () {
      assert.strictEqual(yield* fetchToken(), 'T1')
      yield* TestClock.adjust('29 seconds')
      assert.strictEqual(yield* fetchToken(), 'T1 reused')
      yield* TestClock.adjust('1 second')
      assert.strictEqual(yield* fetchToken(), 'T2')
    }).pipe(Effect.provide(service.provide()))
  })

  it.effect.each([undefined, null, 0, -1, 'soon', '', {}])('is not used again when its life is %o', (expiresIn) => {
    const service = tokenService({ expiresIn })
    return Effect.gen(function* () {
      assert.strictEqual(yield* fetchToken(), 'T1')
      assert.strictEqual(yield* fetchToken(), 'T2')
    }).pipe(Effect.provide(service.provide()))
  })

  it.effect('is used for the same profile and the same claims only', () => {
    const service = tokenService()
    const other = restfulPlan({ id: 'REST-Other', sendClaimsIn: 'Form', inputs })
    return Effect.gen(function* () {
      assert.strictEqual(yield* fetchToken(), 'T1')
      assert.strictEqual(yield* fetchToken(tokenProfile, input('S2')), 'T2')
      assert.strictEqual(yield* fetchToken(other), 'T3')
      assert.strictEqual(yield* fetchToken(), 'T1 reused')
    }).pipe(Effect.provide(service.provide()))
  })

  it.effect('that was not issued is asked for again', () => {
    const service = tokenService({ fails: (count) => count === 1 })
    return Effect.gen(function* () {
      assert.strictEqual((yield* Effect.flip(fetchToken())).failure._tag, 'StatusRejected')
      assert.strictEqual(yield* fetchToken(), 'T2')
    }).pipe(Effect.provide(service.provide()))
  })
})

describe('which profiles fetch tokens', () => {
  const plan = restfulPlan({ id: 'REST-GetProfile', inputs: { scope: {} } })

  it.effect('those that send grant_type=client_credentials', () => {
    const service = tokenService()
    return Effect.gen(function* () {
      yield* fetchToken(plan, ['S'])
      assert.strictEqual(yield* fetchToken(plan, ['S']), 'T2')
      yield* fetchToken(tokenProfile, ['refresh_token', 'S'])
      assert.strictEqual(yield* fetchToken(tokenProfile, ['refresh_token', 'S']), 'T4')
    }).pipe(Effect.provide(service.provide()))
  })

  it.effect('or those that are named', () => {
    const service = tokenService()
    return Effect.gen(function* () {
      yield* fetchToken(plan, ['S'])
      assert.strictEqual(yield* fetchToken(plan, ['S']), 'T1 reused')
      yield* fetchToken()
      assert.strictEqual(yield* fetchToken(), 'T3')
    }).pipe(Effect.provide(service.provide({ profiles: ['rest-getprofile'] })))
  })
})

describe('callers who come at the same time', () => {
  it.effect('wait for one token', () => {
    const service = tokenService({ takes: 1000 })
    return Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.all([fetchToken(), fetchToken(), fetchToken()], { concurrency: 3 }))
      yield* TestClock.adjust(1000)
      assert.deepStrictEqual(yield* Fiber.join(fiber), ['T1', 'T1 reused', 'T1 reused'])
      assert.strictEqual(service.calls.length, 1)
    }).pipe(Effect.provide(service.provide()))
  })

  it.effect('do not lose it when the first of them goes away', () => {
    const service = tokenService({ takes: 1000 })
    return Effect.gen(function* () {
      const first = yield* Effect.forkChild(fetchToken(), { startImmediately: true })
      const second = yield* Effect.forkChild(fetchToken(), { startImmediately: true })
      yield* Fiber.interrupt(first)
      yield* TestClock.adjust(1000)
      assert.strictEqual(yield* Fiber.join(second), 'T1 reused')
      assert.deepStrictEqual(service.interrupted, [])
    }).pipe(Effect.provide(service.provide()))
  })

  it.effect('who all go away cancel the request', () => {
    const service = tokenService({ takes: 1000 })
    return Effect.gen(function* () {
      const fibers = yield* Effect.all([1, 2].map(() => Effect.forkChild(fetchToken(), { startImmediately: true })))
      yield* Fiber.interruptAll(fibers)
      assert.deepStrictEqual(service.interrupted, ['REST-Token'])
      const again = yield* Effect.forkChild(fetchToken())
      yield* TestClock.adjust(1000)
      assert.strictEqual(yield* Fiber.join(again), 'T1')
    }).pipe(Effect.provide(service.provide()))
  })
})
