/** Follows a technical profile through its phases (execution.md section 2): what it reads, and what it may write. */
import { type DisplayClaim, keyOf, type Reference, type ValidationTechnicalProfile } from '@trustframe/policy'
import type { CheckedPolicy, CheckedProfile } from '../CheckedPolicy.ts'
import { valueOf } from '../profileMetadata.ts'
import { claimsOfPrecondition, claimsOfProfile, claimsOfTransformation } from './claimsOfProfile.ts'
import { ClaimScope } from './ClaimScope.ts'
import type { FlowRecorder } from './FlowRecorder.ts'

const never: ReadonlySet<string> = new Set(['never', 'false'])

/** The step at which profiles are followed. */
export interface Walk {
  readonly checked: CheckedPolicy
  readonly recorder: FlowRecorder
  /** Its `Order`. */
  readonly step: number
  /** Whether it may be skipped. */
  readonly conditional: boolean
}

/** A technical profile of a step, a validation or a display control. */
export const followProfile = (walk: Walk, followed: CheckedProfile, scope: ClaimScope, isValidation = false): void => {
  const { conditional, recorder, step } = walk
  const { contract, profile } = followed
  const enabled = profile.enabledForUserJourneys
  if (enabled !== undefined && never.has(keyOf(enabled.value))) return
  const condition = enabled === undefined ? undefined : valueOf(profile, 'ClaimTypeOnWhichToEnable')
  if (condition !== undefined) recorder.mention(keyOf(condition.value))

  followSession(walk, followed, scope)
  followTransformations(walk, profile.inputClaimsTransformations, scope)
  // An issuer's output claims transformations make what it sends.
  if (contract?.kind === 'issuer') followTransformations(walk, profile.outputClaimsTransformations, scope)
  const { inputs, ipAddress, mentioned, outputs, persisted, resolved } = claimsOfProfile(followed)
  for (const input of inputs) {
    recorder.read(input, step, scope, input.required && !conditional && !isValidation ? input.byNeed : input.by)
    // A default value may be seen by what comes later, too (execution.md section 3.1).
    if (input.defaulted) scope.add(input.key)
  }
  for (const read of persisted) recorder.read(read, step, scope)
  for (const read of resolved) recorder.read(read, step, scope)
  for (const key of mentioned) recorder.mention(key)

  if (contract?.kind === 'page') followPage(walk, followed, scope)
  if (ipAddress !== undefined) scope.add(ipAddress)
  for (const output of outputs) {
    scope.add(output.key)
    if (!isValidation) recorder.write(output, followed, step)
  }
  followTransformations(walk, profile.outputClaimsTransformations, scope)
}

/** What the session restores, and what it keeps. */
export const followSession = (
  { checked, recorder }: Pick<Walk, 'checked' | 'recorder'>,
  { profile }: CheckedProfile,
  scope: ClaimScope
): void => {
  const reference = profile.useTechnicalProfileForSessionManagement
  const session = reference === undefined ? undefined : checked.profile(reference.referenceId.value)
  if (session === undefined) return
  const { outputs, persisted } = claimsOfProfile(session)
  for (const { key } of persisted) {
    recorder.mention(key)
    scope.add(key)
  }
  for (const { key } of outputs) scope.add(key)
}

/** Claims transformations, each seeing what the one before it wrote. */
const followTransformations = (
  { checked, recorder, step }: Walk,
  references: ReadonlyArray<Reference>,
  scope: ClaimScope
): void => {
  for (const { referenceId } of references) {
    const transformation = checked.policy.claimsTransformations.get(keyOf(referenceId.value))
    if (transformation === undefined) continue
    const { inputs, outputs } = claimsOfTransformation(transformation)
    for (const input of inputs) recorder.read(input, step, scope)
    for (const key of outputs) scope.add(key)
  }
}

/** Validations in their order. What they give stays in `scope`. */
const followValidations = (
  walk: Walk,
  validations: ReadonlyArray<ValidationTechnicalProfile>,
  scope: ClaimScope,
  gave: (key: string) => void
): void => {
  const { checked, recorder, step } = walk
  for (const { preconditions, referenceId } of validations) {
    for (const precondition of preconditions) {
      for (const read of claimsOfPrecondition(precondition)) recorder.read(read, step, scope)
    }
    const validation = checked.profile(referenceId.value)
    if (validation === undefined) continue
    followProfile(walk, validation, scope, true)
    for (const { key } of claimsOfProfile(validation).outputs) gave(key)
  }
}

/**
 * A page of a self-asserted profile. Claims that only its validations and display controls give are seen by the validations
 * after them; the journey sees them when the page lists them among its output claims (execution.md section 4).
 */
const followPage = (walk: Walk, page: CheckedProfile, bag: ClaimScope): void => {
  const { checked, recorder } = walk
  const { policy } = checked
  const { displayClaims, id, outputClaims, validationTechnicalProfiles } = page.profile
  const scope = new ClaimScope(bag)
  const given = new Set<string>()
  const give = (key: string): void => void given.add(key)
  const show = ({ claimTypeReferenceId }: DisplayClaim): void => {
    if (claimTypeReferenceId === undefined) return
    const key = keyOf(claimTypeReferenceId.value)
    give(key)
    recorder.mention(key)
    scope.add(key)
  }

  for (const claim of displayClaims) {
    show(claim)
    const { displayControlReferenceId } = claim
    const control =
      displayControlReferenceId === undefined
        ? undefined
        : policy.displayControls.get(keyOf(displayControlReferenceId.value))
    if (control === undefined) continue
    for (const { claimTypeReferenceId } of control.inputClaims) recorder.mention(keyOf(claimTypeReferenceId.value))
    control.displayClaims.forEach(show)
    const ofActions = new ClaimScope(scope)
    for (const { claimTypeReferenceId } of control.outputClaims) {
      const key = keyOf(claimTypeReferenceId.value)
      give(key)
      ofActions.add(key)
      scope.add(key)
    }
    for (const { validationProfiles } of control.actions) {
      followValidations(walk, validationProfiles, ofActions, give)
    }
  }
  const { outputs } = claimsOfProfile(page)
  for (const { key } of outputs) scope.add(key)
  followValidations(walk, validationTechnicalProfiles, scope, (key) => {
    give(key)
    if (!bag.has(key)) recorder.lose(key, id.value)
  })

  // Other handlers of pages give what they output.
  if (page.contract?.name !== 'SelfAssertedAttributeProvider') return
  const typed = displayClaims.length === 0
  for (const { claimTypeReferenceId: claim, defaultValue } of outputClaims) {
    const key = keyOf(claim.value)
    const claimType = policy.claimTypes.get(key)
    if (claimType === undefined || (typed && claimType.userInputType !== undefined)) continue
    if (defaultValue === undefined && !given.has(key) && !bag.has(key)) recorder.leaveUnfilled({ claim, page })
  }
}
