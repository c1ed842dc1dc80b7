/** Trustframe in the suite local: a sign-in with a local account, from the step function alone to everything but the wire. */
import { encodeState, decodeState, Entropy, initialState, Interpreter, RestfulProvider, step } from '@trustframe/core'
import { Directory, StateCipher } from '@trustframe/core/ports'
import { layerDirectoryMemory, layerStateCipherEphemeral, PasswordHasher } from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as ManagedRuntime from 'effect/ManagedRuntime'
import * as Redacted from 'effect/Redacted'
import { context, entered, localPlan, user } from './localAccount.mjs'

const plan = localPlan()
const claims = new Map()
const attributes = { objectId: user.objectId, displayName: user.displayName, ...user.attributes }
const right = { _tag: 'PasswordRight', attributes }
const read = { _tag: 'AccountRead', attributes }

const draw = Effect.runSync(Entropy)
const fixed = { epochMillis: Date.parse('2026-11-22T12:00:00Z'), entropy: draw() }
const now = () => ({ epochMillis: Date.now(), entropy: draw() })

const started = (moment) => ({ _tag: 'Started', moment, context, claims })
const submitted = (moment) => ({ _tag: 'Submitted', moment, values: entered })
const answered = (moment, answer) => ({ _tag: 'Answered', moment, answer })
const nameOf = ({ token }) => token?.displayName

/** All four transitions, at a moment that costs nothing. */
export const projectStep = {
  name: 'Trustframe: the step function alone',
  sync: true,
  run() {
    const page = step(plan, initialState(plan), started(fixed))
    const checking = step(plan, page.state, submitted(fixed))
    const reading = step(plan, checking.state, answered(fixed, right))
    return nameOf(step(plan, reading.state, answered(fixed, read)).demand)
  }
}

const ports = { CheckPassword: async () => right, ReadAccount: async () => read }

/** What drives a journey if nothing but this journey mattered. */
export const projectLoop = {
  name: 'an async loop by hand around the step function',
  async run() {
    const page = step(plan, initialState(plan), started(now()))
    let { demand, state } = step(plan, page.state, submitted(now()))
    while (demand._tag === 'Perform') {
      const answer = await ports[demand.request._tag](demand.request)
      const next = step(plan, state, answered(now(), answer))
      demand = next.demand
      state = next.state
    }
    return nameOf(demand)
  }
}

const noServices = Layer.succeed(RestfulProvider, { exchange: () => Effect.die('no service is called') })

const atOnce = Layer.succeed(Directory, {
  authenticate: () => Effect.succeed(right),
  perform: () => Effect.succeed(read)
})

// Passwords are compared as they are: what a hash costs is an entry of its own.
const unhashed = Layer.succeed(PasswordHasher, {
  hash: (password) => Effect.succeed(Redacted.value(password)),
  rehash: (password) => Effect.succeed(Redacted.value(password))
})

const directory = (hasher) => layerDirectoryMemory({ users: [user] }).pipe(Layer.provide(hasher))

const drive = (layer, between = (state) => Effect.succeed(state)) => {
  const runtime = ManagedRuntime.make(Layer.provideMerge(Interpreter.layer, Layer.mergeAll(layer, noServices)))
  const journey = Effect.gen(function* () {
    const interpreter = yield* Interpreter
    const shown = yield* interpreter.start(plan, { context, claims })
    const state = yield* between(shown.state)
    return nameOf(yield* interpreter.advance(plan, state, { _tag: 'Submitted', values: entered }))
  })
  return { run: () => runtime.runPromise(journey), teardown: () => runtime.dispose() }
}

export const project = { name: 'Trustframe: the interpreter, ports that answer at once', ...drive(atOnce) }

export const projectDirectory = {
  name: 'Trustframe: with the directory in memory, passwords not hashed',
  ...drive(directory(unhashed))
}

const rest = Effect.fnUntraced(function* (state) {
  const cipher = yield* StateCipher
  const sealed = yield* cipher.seal(encodeState(plan, state), context.correlationId)
  const text = yield* cipher.open(sealed, context.correlationId)
  return yield* Effect.fromResult(decodeState(plan, text))
})

export const projectSealed = {
  name: 'Trustframe: the same, the state sealed and opened at the page',
  ...drive(Layer.mergeAll(directory(unhashed), layerStateCipherEphemeral), rest)
}

export const projectHash = {
  name: 'Trustframe: the same, unsealed, passwords hashed with argon2id',
  ...drive(directory(PasswordHasher.layer()))
}
