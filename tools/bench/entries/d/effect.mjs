/** The ten transformations with Effect: around all of them, around each, and idiomatic throughout. */
import { Context, Data, Effect, Fiber, HashMap, Option, Ref } from 'effect'
import { INITIAL, POLICY_TRANSFORMS, wrong } from '../../lib/transforms.mjs'
import { compileMap, interpretOne } from './plain.mjs'

const n = POLICY_TRANSFORMS.length
const fresh = () => new Map(INITIAL)
class TransformFailed extends Data.TaggedError('TransformFailed') {}
const plan = POLICY_TRANSFORMS.map(compileMap)

const syncEntry = (name, program, read = (b) => (k) => b.get(k)) => ({
  name,
  sync: true,
  opsPerRun: n,
  setup() {
    const e = wrong(read(Effect.runSync(program(fresh()))))
    if (e) throw new Error(e)
  },
  run: () => Effect.runSync(program(fresh()))
})
const asyncEntry = (name, program, read = (b) => (k) => b.get(k)) => ({
  name,
  opsPerRun: n,
  async setup() {
    const e = wrong(read(await Effect.runPromise(program(fresh()))))
    if (e) throw new Error(e)
  },
  run: () => Effect.runPromise(program(fresh()))
})

export const one_sync = syncEntry('one Effect.sync around the compiled plan', (b) =>
  Effect.sync(() => {
    for (let i = 0; i < plan.length; i++) plan[i](b)
    return b
  })
)

export const one_try = syncEntry('one Effect.try around the compiled plan (typed failure)', (b) =>
  Effect.try({
    try: () => {
      for (let i = 0; i < plan.length; i++) plan[i](b)
      return b
    },
    catch: (e) => new TransformFailed({ cause: e })
  })
)

export const sync_each = syncEntry('Effect.sync per transformation, prepared once, in Effect.gen', (b) =>
  Effect.gen(function* () {
    for (let i = 0; i < plan.length; i++) {
      const f = plan[i]
      yield* Effect.sync(() => f(b))
    }
    return b
  })
)

export const for_each = syncEntry('Effect.forEach over Effect.sync (discard)', (b) =>
  Effect.as(
    Effect.forEach(plan, (f) => Effect.sync(() => f(b)), { discard: true }),
    b
  )
)

export const try_interpreted = syncEntry('Effect.try per transformation, plain interpreter inside', (b) =>
  Effect.gen(function* () {
    const get = (k) => b.get(k),
      set = (k, v) => b.set(k, v)
    for (const d of POLICY_TRANSFORMS)
      yield* Effect.try({ try: () => interpretOne(d, get, set), catch: (e) => new TransformFailed({ cause: e }) })
    return b
  })
)

// Idiomatic first version: the bag is a service, every read and write is an effect.
class Bag extends Context.Service()('bench/Bag') {}
const read = (claim) =>
  Effect.map(Bag, (ref) => ref).pipe(
    Effect.flatMap(Ref.get),
    Effect.map((m) => Option.getOrUndefined(HashMap.get(m, claim)))
  )
const write = (claim, value) => Effect.flatMap(Bag, (ref) => Ref.update(ref, HashMap.set(claim, value)))
const inClaim = (d, as) => d.inputs.find((x) => x.as === as).claim
const outClaim = (d, as) => d.outputs.find((x) => x.as === as).claim
const METHODS = {
  ChangeCase: Effect.fnUntraced(function* (d) {
    const s = yield* read(inClaim(d, 'inputClaim1'))
    yield* write(outClaim(d, 'outputClaim'), d.params.toCase === 'LOWER' ? s.toLowerCase() : s.toUpperCase())
  }),
  FormatStringMultipleClaims: Effect.fnUntraced(function* (d) {
    const a = yield* read(inClaim(d, 'inputClaim1'))
    const b = yield* read(inClaim(d, 'inputClaim2'))
    yield* write(
      outClaim(d, 'outputClaim'),
      d.params.stringFormat.replace('{0}', () => a).replace('{1}', () => b)
    )
  }),
  FormatStringClaim: Effect.fnUntraced(function* (d) {
    const a = yield* read(inClaim(d, 'inputClaim'))
    yield* write(
      outClaim(d, 'outputClaim'),
      d.params.stringFormat.replace('{0}', () => a)
    )
  }),
  CopyClaim: Effect.fnUntraced(function* (d) {
    yield* write(outClaim(d, 'outputClaim'), yield* read(inClaim(d, 'inputClaim')))
  }),
  ParseDomain: Effect.fnUntraced(function* (d) {
    const s = yield* read(inClaim(d, 'emailAddress'))
    const at = s.indexOf('@')
    yield* write(outClaim(d, 'domain'), at < 0 ? s : s.slice(at + 1))
  }),
  CompareClaims: Effect.fnUntraced(function* (d) {
    const a = yield* read(inClaim(d, 'inputClaim1'))
    const b = yield* read(inClaim(d, 'inputClaim2'))
    yield* write(outClaim(d, 'outputClaim'), (a.toLowerCase() === b.toLowerCase()) === (d.params.operator === 'EQUAL'))
  }),
  AddItemToStringCollection: Effect.fnUntraced(function* (d) {
    const item = yield* read(inClaim(d, 'item'))
    const list = yield* read(inClaim(d, 'collection'))
    yield* write(outClaim(d, 'collection'), [...(list ?? []), item])
  }),
  GetSingleItemFromStringCollection: Effect.fnUntraced(function* (d) {
    const list = yield* read(inClaim(d, 'collection'))
    yield* write(outClaim(d, 'extractedItem'), list[0])
  }),
  SetClaimsIfRegexMatch: Effect.fnUntraced(function* (d) {
    const m = new RegExp(d.params.matchTo).test(yield* read(inClaim(d, 'claimToMatch')))
    yield* write(outClaim(d, 'regexCompareResultClaim'), m)
    if (m) yield* write(outClaim(d, 'outputClaim'), d.params.outputClaimIfMatched)
  }),
  AssertBooleanClaimIsEqualToValue: Effect.fnUntraced(function* (d) {
    const v = yield* read(inClaim(d, 'inputClaim'))
    if (v !== (d.params.valueToCompareTo === 'true')) yield* new TransformFailed({ cause: d.id })
  })
}
const seed = HashMap.fromIterable(INITIAL)
const idiomatic = (one) => () =>
  Effect.gen(function* () {
    const ref = yield* Ref.make(seed)
    for (const d of POLICY_TRANSFORMS) yield* Effect.provideService(one(d), Bag, ref)
    return yield* Ref.get(ref)
  })
const readHash = (m) => (k) => Option.getOrUndefined(HashMap.get(m, k))
export const idiomatic_gen = syncEntry(
  'Effect.gen per transformation, bag = service + Ref<HashMap>, an effect per claim',
  idiomatic((d) => METHODS[d.method](d)),
  readHash
)
export const idiomatic_span = syncEntry(
  'the same + Effect.withSpan per transformation',
  idiomatic((d) => Effect.withSpan(METHODS[d.method](d), d.id)),
  readHash
)
export const idiomatic_log = syncEntry(
  'the same + Effect.logDebug per transformation (below the log level)',
  idiomatic((d) => Effect.andThen(Effect.logDebug('transformation', d.id), METHODS[d.method](d))),
  readHash
)

export const fiber_each = asyncEntry('a fiber per transformation (forkChild + join)', (b) =>
  Effect.gen(function* () {
    for (let i = 0; i < plan.length; i++) {
      const f = plan[i]
      yield* Fiber.join(yield* Effect.forkChild(Effect.sync(() => f(b))))
    }
    return b
  })
)
export const promise_each = {
  name: 'an async function per transformation (no Effect)',
  opsPerRun: n,
  async run() {
    const b = fresh()
    for (const f of plan) await call(f, b)
    return b
  }
}
const call = async (f, b) => f(b)
export const run_promise = asyncEntry('one Effect.sync around the compiled plan, Effect.runPromise', (b) =>
  Effect.sync(() => {
    for (let i = 0; i < plan.length; i++) plan[i](b)
    return b
  })
)
export const run_only = {
  name: '(Effect.runSync of Effect.succeed, no transformation)',
  sync: true,
  opsPerRun: n,
  run: () => Effect.runSync(Effect.succeed(true))
}
