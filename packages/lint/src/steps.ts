/** Goes through the orchestration steps of a policy. */
import {
  keyOf,
  type OrchestrationStep,
  type Policy,
  remember,
  type SubJourney,
  type UserJourney
} from '@trustframe/policy'

/** A step and what it stands in. */
export interface PlacedStep {
  readonly step: OrchestrationStep
  /** The step before it, by `Order`. */
  readonly previous: OrchestrationStep | undefined
  readonly next: OrchestrationStep | undefined
  readonly journey: UserJourney | SubJourney
  /** `user journey "SignUpOrSignIn"`. */
  readonly within: string
}

/** A journey and its steps. */
export interface PlacedJourney {
  readonly journey: UserJourney | SubJourney
  readonly steps: ReadonlyArray<PlacedStep>
}

const placed =
  (kind: string) =>
  (journey: UserJourney | SubJourney): PlacedJourney => {
    const within = `${kind} "${journey.id.value}"`
    const steps = journey.orchestrationSteps.map((step, index, all) => ({
      step,
      previous: all[index - 1],
      next: all[index + 1],
      journey,
      within
    }))
    return { journey, steps }
  }

const placedUserJourney = remember(placed('user journey'))
const placedSubJourney = remember(placed('sub journey'))

/** The journeys of a policy, each with its steps. */
export const journeysOf = remember(({ subJourneys, userJourneys }: Policy): ReadonlyArray<PlacedJourney> => [
  ...[...userJourneys.values()].map(placedUserJourney),
  ...[...subJourneys.values()].map(placedSubJourney)
])

/** The steps of a policy that are of a kind; each journey is looked through once. */
export const stepsWhere = (
  isOfKind: (placed: PlacedStep) => boolean
): ((policy: Policy) => ReadonlyArray<PlacedStep>) => {
  const ofJourney = remember(({ steps }: PlacedJourney) => steps.filter(isOfKind))
  return (policy) => journeysOf(policy).flatMap(ofJourney)
}

/** The steps that show a form and a selection on one page. */
export const combinedSteps = stepsWhere(({ step }) => typeOf(step) === 'combinedsigninandsignup')

/** The type of a step, in lower case. */
export const typeOf = (step: OrchestrationStep): string => keyOf(step.type.value)

/** Whether the user chooses a claims provider at the step. */
export const isSelection = (step: OrchestrationStep | undefined): boolean =>
  step !== undefined && (typeOf(step) === 'claimsproviderselection' || typeOf(step) === 'combinedsigninandsignup')
