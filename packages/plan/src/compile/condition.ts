/** Compiles preconditions and `EnabledForUserJourneys` into functions over the claims bag. */
import { comparisonText, isStringCollection, type ClaimsBag, type ClaimSlot } from '@trustframe/claims'
import { keyOf, type Precondition, type TechnicalProfile, type Text } from '@trustframe/policy'
import type { PreconditionPlan } from '../plan/JourneyPlan.ts'
import type { EnabledCondition } from '../plan/ProfilePlan.ts'
import { type CompileContext, originOf } from './CompileContext.ts'

const hasText = (bag: ClaimsBag, claim: ClaimSlot, text: string): boolean => {
  const value = bag[claim.slot]
  return value !== undefined && comparisonText(value) === text
}

/**
 * A precondition, as userjourneys (Preconditions) has it: `ClaimsExist` looks whether all its claims have a value;
 * `ClaimEquals` compares text exactly, and never holds for a claim without a value, whatever `ExecuteActionsIf` says.
 */
export const compilePrecondition = (
  context: CompileContext,
  precondition: Precondition
): PreconditionPlan | undefined => {
  const { executeActionsIf, span, type, values } = precondition
  const plan = (satisfied: (bag: ClaimsBag) => boolean): PreconditionPlan => ({
    origin: originOf(span),
    text: `${type.value} ${values.map(({ value }) => value).join(' ')} is ${executeActionsIf}`,
    satisfied
  })
  const invalid = (message: string, help: string) => {
    context.report('TF2022', span, { message, help })
    return undefined
  }
  switch (keyOf(type.value)) {
    case 'claimsexist': {
      const claims = values.map((value) => context.claim(value))
      if (claims.length === 0)
        return invalid('a precondition ClaimsExist names no claim', 'add a Value with the id of a claim type')
      if (claims.some((claim) => claim === undefined)) return undefined
      const slots = claims.flatMap((claim) => claim?.slot ?? [])
      return plan((bag) => slots.every((slot) => bag[slot] !== undefined) === executeActionsIf)
    }
    case 'claimequals': {
      const [reference, literal] = values
      if (reference === undefined || literal === undefined) {
        return invalid(
          'a precondition ClaimEquals needs a claim and a value',
          'give two Value elements: the id of the claim type, then the value'
        )
      }
      const claim = context.claim(reference)
      if (claim === undefined) return undefined
      return plan((bag) => bag[claim.slot] !== undefined && hasText(bag, claim, literal.value) === executeActionsIf)
    }
    default:
      return invalid(`a precondition of type "${type.value}" does not exist`, 'write ClaimsExist or ClaimEquals')
  }
}

const metadataOf = (profile: TechnicalProfile, name: string): Text | undefined =>
  profile.metadata.find(({ key }) => keyOf(key.value) === name)?.value

/** `EnabledForUserJourneys` of a profile; `undefined` when it always runs. Source: technicalprofiles. */
export const compileEnabled = (context: CompileContext, profile: TechnicalProfile): EnabledCondition | undefined => {
  const text = profile.enabledForUserJourneys
  if (text === undefined) return undefined
  const condition = (holds: (bag: ClaimsBag) => boolean): EnabledCondition => ({
    origin: originOf(text.span),
    text: text.value,
    holds
  })
  const mode = keyOf(text.value)
  switch (mode) {
    case 'always':
    case 'true':
      return undefined
    case 'never':
    case 'false':
      return condition(() => false)
    default:
      break
  }
  const named = metadataOf(profile, 'claimtypeonwhichtoenable')
  const wanted = metadataOf(profile, 'claimvalueonwhichtoenable')
  if (named === undefined || wanted === undefined) {
    context.report('TF2028', text.span, {
      message: `profile "${profile.id.value}" is enabled by "${text.value}" and lacks the metadata that says on which claim and value`,
      help: 'add ClaimTypeOnWhichToEnable and ClaimValueOnWhichToEnable'
    })
    return undefined
  }
  const claim = context.claim(named)
  if (claim === undefined) return undefined
  const contains = (bag: ClaimsBag) => {
    const value = bag[claim.slot]
    return isStringCollection(value) && value.includes(wanted.value)
  }
  switch (mode) {
    case 'onclaimsexistence':
      return condition((bag) => hasText(bag, claim, wanted.value))
    case 'onitemexistenceinstringcollectionclaim':
      return condition(contains)
    case 'onitemabsenceinstringcollectionclaim':
      return condition((bag) => !contains(bag))
    default:
      return undefined
  }
}
