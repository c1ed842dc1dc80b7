/** Compiles the steps of user journeys and of the sub journeys that they invoke. */
import { keyOf, type OrchestrationStep, type Text, type UserJourney } from '@trustframe/policy'
import { formatAadb2c } from '../errors/aadb2c.ts'
import { contractOf } from '../handlers/index.ts'
import type { StepPlan, SubJourneyPlan } from '../plan/JourneyPlan.ts'
import { type CompileContext, didYouMean, originOf } from './CompileContext.ts'
import { compileStep, type Steps } from './step.ts'

/** Steps are numbered 1, 2, 3, …. */
const checkOrders = (context: CompileContext, title: string, steps: ReadonlyArray<OrchestrationStep>) => {
  for (const [index, { order, orderText }] of steps.entries()) {
    if (order === index + 1) continue
    context.report('TF2017', orderText.span, {
      message: `${title} was expected to have step with order "${index + 1}" but it was not found; the next one is "${order}"`,
      help: 'number the steps 1, 2, 3, … without gaps'
    })
    return
  }
}

const checkEnd = (context: CompileContext, journey: UserJourney) => {
  const { id, orchestrationSteps: steps } = journey
  const sends = steps.some(({ type }) => keyOf(type.value) === 'sendclaims')
  // A journey without steps is a fragment that another file completes.
  if (sends || steps.length === 0) return
  const transfers = steps.some(({ type }) => keyOf(type.value) === 'invokesubjourney')
  if (transfers) return
  context.report('TF2024', id.span, {
    message: formatAadb2c('AADB2C90040', id.value),
    help: 'add a last step of type SendClaims that names a token issuer'
  })
}

/** Whether a step only records an event, which may still be done after the token is sent. */
const isTelemetry = ({ policy }: CompileContext, { claimsExchanges }: OrchestrationStep): boolean => {
  const profiles = claimsExchanges.map(({ technicalProfileReferenceId: { value } }) =>
    policy.technicalProfiles.get(keyOf(value))
  )
  return profiles.every((profile) => profile !== undefined && contractOf(profile)?.kind === 'telemetry')
}

/** `SendClaims` comes last; several of them need to know which one the journey is about. Source: execution section 5.4. */
const checkSends = (context: CompileContext, journey: UserJourney) => {
  const { defaultCpimIssuerTechnicalProfileReferenceId: byDefault, id, orchestrationSteps: steps } = journey
  const sends = steps.filter(({ type }) => keyOf(type.value) === 'sendclaims')
  const [first, second] = sends
  if (first === undefined) return
  if (second !== undefined && byDefault === undefined) {
    context.report('TF2045', second.orderText.span, {
      message: formatAadb2c('AADB2C90049', id.value),
      help: 'name the issuer of the journey in DefaultCpimIssuerTechnicalProfileReferenceId, or keep one SendClaims step',
      related: [{ message: 'the first SendClaims step', span: first.orderText.span }]
    })
  }
  const after = steps.slice(steps.lastIndexOf(sends.at(-1) ?? first) + 1)
  const late = after.find((step) => !isTelemetry(context, step))
  if (late === undefined) return
  context.report('TF2044', late.orderText.span, {
    message: formatAadb2c('AADB2C90050', id.value),
    help: 'put the step before SendClaims; only an Application Insights profile may come after it'
  })
}

/** Collects the sub journeys that are invoked, each once. */
export class SubJourneys {
  readonly plans: Array<SubJourneyPlan> = []
  readonly #context: CompileContext
  readonly #indexes = new Map<string, number>()

  constructor(context: CompileContext) {
    this.#context = context
  }

  /** The index of the sub journey that `reference` names. */
  index(reference: Text, defaultIssuer: Text | undefined): number | undefined {
    const key = keyOf(reference.value)
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    const subJourney = this.#context.policy.subJourneys.get(key)
    if (subJourney === undefined) {
      const names = [...this.#context.policy.subJourneys.values()].map(({ id }) => id.value)
      this.#context.report('TF2041', reference.span, {
        message: `sub journey "${reference.value}" is declared neither in this policy nor in its base policies`,
        help: didYouMean(reference.value, names, 'declare it in SubJourneys')
      })
      return undefined
    }
    const index = this.#indexes.size
    this.#indexes.set(key, index)
    const plan = {
      id: subJourney.id.value,
      origin: originOf(subJourney.id.span),
      type: keyOf(subJourney.type.value) === 'transfer' ? ('Transfer' as const) : ('Call' as const)
    }
    // The place is taken before the steps are compiled, since they may invoke the same sub journey.
    this.plans[index] = { ...plan, steps: [] }
    const title = `sub journey "${plan.id}"`
    this.plans[index] = { ...plan, steps: this.#steps(title, subJourney.orchestrationSteps, defaultIssuer) }
    return index
  }

  #steps(title: string, all: ReadonlyArray<OrchestrationStep>, defaultIssuer: Text | undefined) {
    checkOrders(this.#context, title, all)
    const steps: Steps = { title, all, defaultIssuer, subJourney: (name) => this.index(name, defaultIssuer) }
    return all.map((step) => compileStep(this.#context, steps, step))
  }

  /** The steps of a user journey. */
  steps(journey: UserJourney): ReadonlyArray<StepPlan> {
    checkEnd(this.#context, journey)
    checkSends(this.#context, journey)
    return this.#steps(
      `user journey "${journey.id.value}"`,
      journey.orchestrationSteps,
      journey.defaultCpimIssuerTechnicalProfileReferenceId
    )
  }
}
