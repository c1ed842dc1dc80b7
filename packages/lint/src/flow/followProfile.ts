/** Follows a technical profile through its phases (execution.md section 2): what it reads, and what it may write. */
import { findTransformation } from '@trustframe/claims'
import { keyOf, type Reference, type Text, type ValidationTechnicalProfile } from '@trustframe/policy'
import type { CheckedPolicy, CheckedProfile } from '../CheckedPolicy.ts'
import { valueOf } from '../profileMetadata.ts'
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
  const condition = valueOf(profile, 'ClaimTypeOnWhichToEnable')
  if (enabled !== undefined && condition !== undefined) recorder.mention(condition.value)

  followSession(walk, followed, scope)
  followTransformations(walk, profile.inputClaimsTransformations, scope)
  // An issuer's output claims transformations make what it sends.
  if (contract?.kind === 'issuer') followTransformations(walk, profile.outputClaimsTransformations, scope)
  for (const claim of profile.inputClaims) {
    const { claimTypeReferenceId: id, defaultValue, required } = claim
    const certain = required && !conditional && !isValidation
    const by = { _tag: 'Input', reader: followed, required: certain } as const
    recorder.read(id, by, step, scope, defaultValue !== undefined)
    // A default value may be seen by what comes later, too (execution.md section 3.1).
    if (defaultValue !== undefined) scope.add(id.value)
  }
  for (const claim of profile.persistedClaims) {
    const by = { _tag: 'Persisted', reader: followed } as const
    recorder.read(claim.claimTypeReferenceId, by, step, scope, claim.defaultValue !== undefined)
  }
  for (const { defaultValue } of [...profile.inputClaims, ...profile.persistedClaims, ...profile.outputClaims]) {
    if (defaultValue !== undefined) readResolvedClaims(walk, followed, defaultValue, scope)
  }
  for (const { value } of profile.metadata) mentionResolvedClaims(value, recorder)

  if (contract?.kind === 'page') followPage(walk, followed, scope)
  const ipAddress = valueOf(profile, 'IpAddressClaimReferenceId')
  if (ipAddress !== undefined) scope.add(ipAddress.value)
  for (const { claimTypeReferenceId } of profile.outputClaims) {
    scope.add(claimTypeReferenceId.value)
    if (!isValidation) recorder.write(claimTypeReferenceId, followed, step)
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
  const session = reference === undefined ? undefined : checked.profile(reference.referenceId.value)?.profile
  if (session === undefined) return
  for (const { claimTypeReferenceId } of session.persistedClaims) {
    recorder.mention(claimTypeReferenceId.value)
    scope.add(claimTypeReferenceId.value)
  }
  for (const { claimTypeReferenceId } of session.outputClaims) scope.add(claimTypeReferenceId.value)
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
    const { id, inputClaims, outputClaims, transformationMethod } = transformation
    const contract = findTransformation(transformationMethod.value)?.contract
    for (const { claimTypeReferenceId, transformationClaimType } of inputClaims) {
      const slot = keyOf((transformationClaimType ?? claimTypeReferenceId).value)
      const input = contract?.inputs.find((candidate) => keyOf(candidate.slot) === slot)
      const fails = input?.whenAbsent === 'fails'
      const by = { _tag: 'Transformation', id: id.value, method: transformationMethod.value, fails } as const
      recorder.read(claimTypeReferenceId, by, step, scope)
    }
    for (const { claimTypeReferenceId } of outputClaims) scope.add(claimTypeReferenceId.value)
  }
}

/** Validations in their order. What they give stays in `scope`. */
const followValidations = (
  walk: Walk,
  validations: ReadonlyArray<ValidationTechnicalProfile>,
  scope: ClaimScope,
  gave: (claimTypeId: string) => void
): void => {
  const { checked, recorder, step } = walk
  for (const { preconditions, referenceId } of validations) {
    for (const { type, values } of preconditions) {
      const claims = keyOf(type.value) === 'claimequals' ? values.slice(0, 1) : values
      for (const claim of claims) recorder.read(claim, { _tag: 'Precondition' }, step, scope)
    }
    const validation = checked.profile(referenceId.value)
    if (validation === undefined) continue
    followProfile(walk, validation, scope, true)
    for (const { claimTypeReferenceId } of validation.profile.outputClaims) gave(claimTypeReferenceId.value)
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
  const given = new ClaimScope()
  const give = (claimTypeId: string): void => given.add(claimTypeId)

  for (const { claimTypeReferenceId, displayControlReferenceId } of displayClaims) {
    if (claimTypeReferenceId !== undefined) {
      give(claimTypeReferenceId.value)
      recorder.mention(claimTypeReferenceId.value)
      scope.add(claimTypeReferenceId.value)
    }
    const control =
      displayControlReferenceId === undefined
        ? undefined
        : policy.displayControls.get(keyOf(displayControlReferenceId.value))
    if (control === undefined) continue
    for (const claim of control.inputClaims) recorder.mention(claim.claimTypeReferenceId.value)
    for (const claim of control.displayClaims) {
      if (claim.claimTypeReferenceId === undefined) continue
      give(claim.claimTypeReferenceId.value)
      recorder.mention(claim.claimTypeReferenceId.value)
      scope.add(claim.claimTypeReferenceId.value)
    }
    const ofActions = new ClaimScope(scope)
    for (const claim of control.outputClaims) {
      give(claim.claimTypeReferenceId.value)
      ofActions.add(claim.claimTypeReferenceId.value)
      scope.add(claim.claimTypeReferenceId.value)
    }
    for (const { validationProfiles } of control.actions) {
      followValidations(walk, validationProfiles, ofActions, give)
    }
  }
  for (const { claimTypeReferenceId } of outputClaims) scope.add(claimTypeReferenceId.value)
  followValidations(walk, validationTechnicalProfiles, scope, (claimTypeId) => {
    give(claimTypeId)
    if (!bag.has(claimTypeId)) recorder.lose(claimTypeId, id.value)
  })

  const typed = displayClaims.length === 0
  for (const { claimTypeReferenceId, defaultValue } of outputClaims) {
    const claimType = policy.claimTypes.get(keyOf(claimTypeReferenceId.value))
    const shown = typed && claimType?.userInputType !== undefined
    const known =
      shown ||
      defaultValue !== undefined ||
      given.has(claimTypeReferenceId.value) ||
      bag.has(claimTypeReferenceId.value)
    const byHandler = page.contract?.name !== 'SelfAssertedAttributeProvider'
    if (!known && !byHandler && claimType !== undefined) recorder.leaveUnfilled({ claim: claimTypeReferenceId, page })
  }
}

const resolvedClaims = (text: string): ReadonlyArray<string> =>
  text.includes('{') ? [...text.matchAll(/\{claim:([^{}]+)\}/gi)].map(([, id = '']) => id.trim()) : []

const readResolvedClaims = (
  { recorder, step }: Walk,
  reader: CheckedProfile,
  { span, value }: Text,
  scope: ClaimScope
): void => {
  for (const id of resolvedClaims(value)) recorder.read({ value: id, span }, { _tag: 'Resolver', reader }, step, scope)
}

const mentionResolvedClaims = ({ value }: Text, recorder: FlowRecorder): void => {
  for (const id of resolvedClaims(value)) recorder.mention(id)
}
