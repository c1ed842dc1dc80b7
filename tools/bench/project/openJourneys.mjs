/** `node --expose-gc openJourneys.mjs state|text|sealed`: opens many sign-ins, keeps them, prints what each weighs. */
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeState, initialState, restJourney, step } from '@trustframe/core'
import { layerJourneyStoreMemory, layerStateCipherEphemeral } from '@trustframe/storage'
import * as Layer from 'effect/Layer'
import * as ManagedRuntime from 'effect/ManagedRuntime'
import { context, localPlan } from './localAccount.mjs'

const many = 5000
const [way] = process.argv.slice(2)
const plan = localPlan()
const runtime = ManagedRuntime.make(Layer.mergeAll(layerJourneyStoreMemory, layerStateCipherEphemeral))

const open = () => {
  // Nothing of a request is shared with another one: its texts are copies.
  const own = structuredClone({ ...context, correlationId: crypto.randomUUID() })
  const moment = { epochMillis: Date.now(), entropy: crypto.randomUUID() }
  return step(plan, initialState(plan), { _tag: 'Started', moment, context: own, claims: new Map() }).state
}

const ways = {
  state: async () => open(),
  text: async () => encodeState(plan, open()),
  sealed: () => runtime.runPromise(restJourney(plan, open(), 86_400_000))
}

const keep = async (count) => {
  const kept = []
  for (let i = 0; i < count; i++) kept.push(await ways[way]())
  return kept
}

const settled = async () => {
  for (let i = 0; i < 4; i++) {
    globalThis.gc()
    await sleep(20)
  }
  return process.memoryUsage()
}

// Compiled code is no part of the result: the first journeys make it.
await keep(500)
const before = await settled()
const kept = await keep(many)
const after = await settled()
const textBytes = Buffer.byteLength(encodeState(plan, open()))
console.log(
  JSON.stringify({ open: kept.length, bytesPerJourney: (after.heapUsed - before.heapUsed) / many, textBytes })
)
await runtime.dispose()
