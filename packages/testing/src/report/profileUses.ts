/** Where a policy calls its RESTful technical profiles: by steps of its journeys, and by their pages. */
import { keyOf, type OrchestrationStep, type Policy, type TechnicalProfile } from '@trustframe/policy'

/** One place from which a technical profile is called. */
export interface ProfileUse {
  /** The user journey or sub journey. */
  readonly journey: string
  /** The order of the step. */
  readonly step: number
  /** The technical profile whose page makes the call, when the user submits it or presses one of its buttons. */
  readonly page: string | undefined
}

const restfulHandler = 'web.tpengine.providers.restfulprovider'

/** Whether a technical profile calls a REST API. */
export const isRestful = ({ protocol }: TechnicalProfile): boolean =>
  protocol?.handler !== undefined && keyOf(protocol.handler.value.split(',')[0]?.trim() ?? '') === restfulHandler

/** The profiles that a page calls: its validations, and those of its display controls. */
const calledByPage = (policy: Policy, page: TechnicalProfile): ReadonlyArray<string> => [
  ...page.validationTechnicalProfiles.map(({ referenceId }) => referenceId.value),
  ...page.displayClaims.flatMap(({ displayControlReferenceId }) => {
    const control =
      displayControlReferenceId === undefined
        ? undefined
        : policy.displayControls.get(keyOf(displayControlReferenceId.value))
    return (control?.actions ?? []).flatMap(({ validationProfiles }) =>
      validationProfiles.map(({ referenceId }) => referenceId.value)
    )
  })
]

const usesOfStep = (
  policy: Policy,
  journey: string,
  step: OrchestrationStep
): ReadonlyArray<readonly [string, ProfileUse]> =>
  step.claimsExchanges.flatMap(({ technicalProfileReferenceId }) => {
    const id = keyOf(technicalProfileReferenceId.value)
    const profile = policy.technicalProfiles.get(id)
    const use = { journey, step: step.order, page: undefined }
    const ofPage =
      profile === undefined
        ? []
        : calledByPage(policy, profile).map((called) => [keyOf(called), { ...use, page: profile.id.value }] as const)
    return [[id, use] as const, ...ofPage]
  })

/** The uses of each technical profile by its id in lower case; journeys first, then sub journeys. */
export const profileUses = (policy: Policy): ReadonlyMap<string, ReadonlyArray<ProfileUse>> => {
  const uses = new Map<string, Array<ProfileUse>>()
  for (const { id, orchestrationSteps } of [...policy.userJourneys.values(), ...policy.subJourneys.values()]) {
    for (const step of orchestrationSteps) {
      for (const [profile, use] of usesOfStep(policy, id.value, step)) {
        const known = uses.get(profile)
        if (known === undefined) uses.set(profile, [use])
        else known.push(use)
      }
    }
  }
  return uses
}
