/** Trustframe in the suite journey: the step function alone, driven by hand, and driven by the interpreter. */
import { Entropy, initialState, Interpreter, RestfulProvider, step } from '@trustframe/core'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { loyaltyPlan } from './loyalty.mjs'

const given = {
  objectId: '5b0c7d2e-3f0a-4c57-9d5e-0c3c1f5f8a11',
  email: 'adele.vance@contoso.example',
  displayName: 'Adele Vance'
}

const body = {
  version: '1.0.0',
  status: 200,
  loyaltyId: 'L-0042-7781-2026',
  loyaltyTier: 'gold',
  customerNumber: 'C1029384756',
  marketingConsent: true,
  roles: ['reader', 'buyer', 'reviewer'],
  lastOrderDate: '2026-11-20T10:15:30Z'
}

const plan = loyaltyPlan('http://127.0.0.1:9/api/claims', Object.keys(given))
const claims = new Map(Object.entries(given))
const context = {
  correlationId: 'c0ffee00-1234-4abc-9def-0123456789ab',
  language: 'en',
  parameters: {},
  hostName: 'localhost',
  ipAddress: '127.0.0.1'
}
const answer = { status: 200, body, attempts: [] }

const draw = Effect.runSync(Entropy)
const fixed = { epochMillis: Date.parse('2026-11-22T12:00:00Z'), entropy: draw() }
const now = () => ({ epochMillis: Date.now(), entropy: draw() })

const started = (moment) => ({ _tag: 'Started', moment, context, claims })
const exchanged = (moment) => ({ _tag: 'Exchanged', moment, body, attempts: 1 })
const tierOf = ({ token }) => token?.loyaltyTier

/** Both transitions, at a moment that costs nothing. */
export const projectStep = {
  name: 'Trustframe: the step function alone',
  sync: true,
  run() {
    const asked = step(plan, initialState(plan), started(fixed))
    return tierOf(step(plan, asked.state, exchanged(fixed)).demand)
  }
}

const call = async () => answer

/** What drives a journey if nothing but this journey mattered. */
export const projectLoop = {
  name: 'an async loop by hand around the step function',
  async run() {
    let { demand, state } = step(plan, initialState(plan), started(now()))
    while (demand._tag === 'Exchange') {
      const received = await call()
      const next = step(plan, state, { ...exchanged(now()), body: received.body })
      demand = next.demand
      state = next.state
    }
    return tierOf(demand)
  }
}

const provider = { exchange: () => Effect.promise(call) }
const driven = { interpreter: undefined }

export const project = {
  name: 'Trustframe: the interpreter',
  async setup() {
    const layer = Interpreter.layer.pipe(Layer.provide(Layer.succeed(RestfulProvider, provider)))
    driven.interpreter = await Effect.runPromise(Effect.provide(Interpreter.use(Effect.succeed), layer))
  },
  run: async () => tierOf(await Effect.runPromise(driven.interpreter.run(plan, { context, claims })))
}
