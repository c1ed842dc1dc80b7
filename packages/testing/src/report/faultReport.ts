/** Tries every fault with every RESTful technical profile of a policy, and reports what people then read. */
import type { Json, JsonObject } from '@trustframe/claims'
import { showBag } from '@trustframe/core'
import { type ResilienceOptions, resolveResilience } from '@trustframe/core/resilience'
import { type Diagnostic, keyOf, type Policy } from '@trustframe/policy'
import { type GivenClaim, startClaims } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import { exampleKeys } from '../example/exampleKeys.ts'
import type { FaultPlan } from '../fault/FaultPlan.ts'
import type { MessageRead, Outcome } from '../scenario/Outcome.ts'
import { PlanRunner } from '../scenario/PlanRunner.ts'
import { defaultContext } from '../scenario/TestRuntime.ts'
import { user } from '../scenario/User.ts'
import type { FaultFinding, FaultReport, LocalizedMessage, ProfileReport } from './findings.ts'
import { type ExampleCall, exampleCall, withoutTransformations } from './exampleCall.ts'
import { findLeaks, type Leak } from './leaks.ts'
import { located, type PageCall, pageCall } from './pageMessages.ts'
import { isRestful, type ProfileUse, profileUses } from './profileUses.ts'
import { cannotHappen, contractDetails, type TriedFault, triedFaults } from './triedFaults.ts'

/** What is tried, and how. */
export interface FaultReportOptions {
  /** Only these technical profiles, ignoring case. */
  readonly profiles?: ReadonlyArray<string>
  /** Instead of `triedFaults`. */
  readonly faults?: ReadonlyArray<TriedFault>
  readonly resilience?: ResilienceOptions
  /** Over the example claims. */
  readonly claims?: ReadonlyArray<GivenClaim>
}

const startMillis = Date.UTC(2025, 0, 1)

const claimsOf = ({ claims, plan }: ExampleCall, given: ReadonlyArray<GivenClaim>) => {
  // A claim that the policy does not have belongs to another policy of the set.
  const known = startClaims(
    plan,
    given.filter(({ id }) => plan.claims.find(id) !== undefined)
  )
  return known._tag === 'Claims' ? new Map([...claims, ...known.claims]) : claims
}

/** A runner for one run: nothing is left of one fault when the next is tried. */
const runnerFor = (
  policy: Policy,
  { restful }: ExampleCall,
  { fault }: TriedFault,
  { resilience = {} }: FaultReportOptions
): PlanRunner => {
  const faults: FaultPlan = [{ when: { technicalProfile: restful.id }, faults: fault }]
  return new PlanRunner({
    keys: exampleKeys(policy),
    faults,
    services: [],
    examples: true,
    resilience,
    restful: {},
    seed: 'trustframe',
    startMillis,
    tenant: {}
  })
}

const run = (
  policy: Policy,
  call: ExampleCall,
  fault: TriedFault,
  options: FaultReportOptions
): Effect.Effect<Outcome> =>
  Effect.suspend(() => {
    const claims = claimsOf(call, options.claims ?? [])
    return runnerFor(policy, call, fault, options).run(call.plan, { claims, context: defaultContext })
  })

/** What the page says after the fault, in one language. */
const readOnPage = (
  policy: Policy,
  call: ExampleCall,
  page: PageCall,
  fault: TriedFault,
  language: string,
  options: FaultReportOptions
): Effect.Effect<MessageRead | undefined> =>
  Effect.suspend(() => {
    const start = { claims: claimsOf(call, options.claims ?? []), context: { ...defaultContext, language } }
    const submitted = runnerFor(policy, call, fault, options).run(page.plan, start, [user.submits()])
    return Effect.map(submitted, ({ message }) =>
      message === undefined ? undefined : located(page, call.restful, language, message)
    )
  })

const outputsOf = ({ plan, restful }: ExampleCall, outcome: Outcome): JsonObject => {
  const bag = showBag(plan, outcome.end.state.bag)
  return Object.fromEntries(restful.outputClaims.map(({ claim: { id } }): [string, Json] => [id, bag[id] ?? null]))
}

const leaksIn = ({ restful }: ExampleCall, message: MessageRead | undefined): ReadonlyArray<Leak> =>
  message === undefined ? [] : findLeaks(message.text, restful, Object.values(contractDetails))

const findingOf = (call: ExampleCall, fault: TriedFault, outcome: Outcome): FaultFinding => {
  const { completed, error, message } = outcome
  return {
    technicalProfile: call.restful.id,
    fault,
    tag: error?.tag,
    attempts: error?.attempts ?? outcome.tries[call.restful.id] ?? 0,
    elapsedMillis: outcome.elapsedMillis,
    message,
    localized: [],
    missing: message?.source === 'built-in',
    leaks: leaksIn(call, message),
    relyingParty: error?.relyingParty,
    claims: completed ? outputsOf(call, outcome) : undefined
  }
}

/** The same for a profile that only pages call: its message stays on the page, in the language of the page. */
const onPage = Effect.fnUntraced(function* (
  policy: Policy,
  call: ExampleCall,
  page: PageCall,
  finding: FaultFinding,
  options: FaultReportOptions
): Effect.fn.Return<FaultFinding> {
  if (finding.tag === undefined) return finding
  const [usual = 'en', ...others] = page.languages
  const read = (language: string) => readOnPage(policy, call, page, finding.fault, language, options)
  const message = (yield* read(usual)) ?? finding.message
  const localized: Array<LocalizedMessage> = []
  for (const language of others) {
    const other = yield* read(language)
    if (other === undefined || other.text === message?.text) continue
    localized.push({ language, message: other, leaks: leaksIn(call, other) })
  }
  return { ...finding, message, localized, leaks: leaksIn(call, message), missing: message?.source === 'built-in' }
})

const works: TriedFault = { name: 'ok', fault: { kind: 'ok' } }

const leftOut = {
  input: 'its claims transformations before the call fail with example claims and were left out; give better ones',
  output: 'its claims transformations after the call fail with an example answer and were left out'
} as const

/** A call that succeeds when the service does; transformations that stand in the way are left out, and that is noted. */
const workingCall = Effect.fnUntraced(function* (policy: Policy, first: ExampleCall, options: FaultReportOptions) {
  const notes: Array<string> = []
  let call = first
  for (const which of ['input', 'output'] as const) {
    const { error, requests } = yield* run(policy, call, works, options)
    if (error?.tag !== 'ClaimsTransformationFailed') continue
    if ((requests.length === 0) !== (which === 'input')) continue
    call = withoutTransformations(call, which)
    notes.push(leftOut[which])
  }
  const { error } = yield* run(policy, call, works, options)
  if (error !== undefined) notes.push(`without any fault, the call fails with example claims: ${error.description}`)
  return { call, notes }
})

const reportProfile = Effect.fnUntraced(function* (
  policy: Policy,
  first: ExampleCall,
  uses: ReadonlyArray<ProfileUse>,
  options: FaultReportOptions
): Effect.fn.Return<ProfileReport> {
  const { call, notes } = yield* workingCall(policy, first, options)
  const { restful } = call
  const hasCircuit = resolveResilience(options.resilience ?? {}, restful.id).circuitBreaker !== undefined
  const [use] = uses
  const byPagesOnly = use !== undefined && uses.every(({ page }) => page !== undefined)
  const page = byPagesOnly ? pageCall(policy, use, call) : undefined
  const findings: Array<FaultFinding> = []
  const skipped: Array<{ readonly fault: TriedFault; readonly why: string }> = []
  for (const fault of options.faults ?? triedFaults) {
    const why = cannotHappen(fault, restful, hasCircuit)
    if (why !== undefined) {
      skipped.push({ fault, why })
      continue
    }
    const finding = findingOf(call, fault, yield* run(policy, call, fault, options))
    const shown = page === undefined ? finding : yield* onPage(policy, call, page, finding, options)
    findings.push(byPagesOnly ? { ...shown, relyingParty: undefined } : shown)
  }
  return {
    technicalProfile: restful.id,
    origin: restful.origin,
    method: restful.method,
    serviceUrl: restful.serviceUrl.template,
    uses,
    findings,
    skipped,
    notes
  }
})

/**
 * Tries every fault with every RESTful technical profile of a policy, through the complete interpreter and under a clock
 * that takes no time; example answers and example claims stand in for services and users.
 */
export const faultReport = Effect.fnUntraced(function* (
  policy: Policy,
  options: FaultReportOptions = {}
): Effect.fn.Return<FaultReport> {
  const uses = profileUses(policy)
  const wanted = options.profiles?.map(keyOf)
  const diagnostics: Array<Diagnostic> = []
  const profiles: Array<ProfileReport> = []
  for (const profile of policy.technicalProfiles.values()) {
    const key = keyOf(profile.id.value)
    if (!isRestful(profile) || (wanted !== undefined && !wanted.includes(key))) continue
    const used = uses.get(key) ?? []
    const { call, diagnostics: found } = exampleCall(policy, profile.id.value, used[0]?.step ?? 1)
    diagnostics.push(...found)
    if (call !== undefined) profiles.push(yield* reportProfile(policy, call, used, options))
  }
  return { policyId: policy.policyId.value, profiles, diagnostics }
})
