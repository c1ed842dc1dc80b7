/** Compiles claim types into fields of a page. */
import {
  compileMask,
  compilePredicateValidation,
  compileUserInput,
  compilePredicate,
  isUserInputType,
  MaskProblem,
  type Mask,
  type CompiledPredicate,
  type PredicateValidation,
  type UserInputType
} from '@trustframe/claims'
import { type ClaimType, keyOf, type PolicyNode, type Text } from '@trustframe/policy'
import type { FieldPlan, PredicateGroupView, PredicateView } from '../../plan/PagePlan.ts'
import { type CompileContext, didYouMean, originOf } from '../CompileContext.ts'
import { optionsOf } from './localization.ts'

/** The `UserInputType` of a claim type; without one it is not shown. */
export const inputTypeOf = (claimType: ClaimType | undefined): UserInputType | undefined => {
  const written = claimType?.userInputType?.value
  return written !== undefined && isUserInputType(written) ? written : undefined
}

const predicatesOf = (context: CompileContext): ReadonlyMap<string, CompiledPredicate> => {
  const compiled = new Map<string, CompiledPredicate>()
  for (const predicate of context.policy.predicates.values()) {
    const made = compilePredicate({
      id: predicate.id.value,
      method: predicate.method.value,
      helpText: predicate.helpText?.value,
      parameters: predicate.parameters.map(({ id, value }) => ({ id: id.value, value: value.value }))
    })
    if (made._tag === 'CompiledPredicate') compiled.set(keyOf(predicate.id.value), made)
    else if (context.first(`predicate ${predicate.id.value}`)) {
      for (const { message } of made.problems) context.report('TF2034', predicate.span, { message })
    }
  }
  return compiled
}

/** The predicate validation that `reference` names, or `undefined` after findings. */
export const compileValidationOf = (
  context: CompileContext,
  reference: Text | undefined
): PredicateValidation | undefined => {
  if (reference === undefined) return undefined
  const declared = context.policy.predicateValidations.get(keyOf(reference.value))
  if (declared === undefined) {
    if (context.first(`predicate validation ${reference.value}`)) {
      const names = [...context.policy.predicateValidations.values()].map(({ id }) => id.value)
      context.report('TF2035', reference.span, {
        message: `predicate validation "${reference.value}" is declared neither in this policy nor in its base policies`,
        help: didYouMean(reference.value, names, 'declare it in PredicateValidations')
      })
    }
    return undefined
  }
  const { problems, validation } = compilePredicateValidation(
    {
      id: declared.id.value,
      groups: declared.groups.map((group) => ({
        id: group.id.value,
        userHelpText: group.userHelpText?.value,
        references: group.references.map(({ matchAtLeast, predicateIds }) => ({
          predicateIds: predicateIds.map(({ value }) => value),
          matchAtLeast: matchAtLeast === undefined ? undefined : Number(matchAtLeast.value)
        }))
      }))
    },
    predicatesOf(context)
  )
  if (context.first(`predicate validation ${declared.id.value}`)) {
    for (const { effect, group, message } of problems) {
      const span = declared.groups[group]?.span ?? declared.span
      context.report(effect === 'refused' ? 'TF2034' : 'TF2036', span, { message })
    }
  }
  return validation
}

/** The predicate validation that `reference` names, as data for pages. */
const viewOf = ({ policy }: CompileContext, reference: Text | undefined): ReadonlyArray<PredicateGroupView> => {
  const declared = policy.predicateValidations.get(keyOf(reference?.value ?? ''))
  const predicate = (id: Text): ReadonlyArray<PredicateView> => {
    const found = policy.predicates.get(keyOf(id.value))
    if (found === undefined) return []
    const parameters = Object.fromEntries(
      found.parameters.map((parameter) => [parameter.id.value, parameter.value.value])
    )
    return [{ id: found.id.value, method: found.method.value, parameters, helpText: found.helpText?.value }]
  }
  return (declared?.groups ?? []).map(({ id, references, userHelpText }) => ({
    validation: declared?.id.value ?? '',
    id: id.value,
    helpText: userHelpText?.value,
    lists: references.map(({ matchAtLeast, predicateIds }) => ({
      needed: matchAtLeast === undefined ? predicateIds.length : Number(matchAtLeast.value),
      predicates: predicateIds.flatMap(predicate)
    }))
  }))
}

const maskOf = (context: CompileContext, claimType: ClaimType): Mask | undefined => {
  const { mask } = claimType
  if (mask === undefined) return undefined
  const made = compileMask({
    type: keyOf(mask.type.value) === 'regex' ? 'Regex' : 'Simple',
    text: mask.text.value,
    regex: mask.regex?.value
  })
  if (!(made instanceof MaskProblem)) return made
  if (context.first(`mask ${claimType.id.value}`)) {
    context.report('TF2034', claimType.span, { message: `claim type "${claimType.id.value}": ${made.message}` })
  }
  return undefined
}

const hasLocalizedOptions = (context: CompileContext, claimType: ClaimType): boolean =>
  context.policy.localization?.resources.some(({ collections }) =>
    collections.some(({ elementId }) => keyOf(elementId.value) === keyOf(claimType.id.value))
  ) ?? false

/** A claim type as a field of a page, or `undefined` (and a finding) when it cannot be one. */
export const compileField = (
  context: CompileContext,
  claimTypeId: Text,
  required: boolean,
  node: PolicyNode
): FieldPlan | undefined => {
  const claim = context.claim(claimTypeId)
  const claimType = context.policy.claimTypes.get(keyOf(claimTypeId.value))
  const inputType = inputTypeOf(claimType)
  if (claim === undefined || claimType === undefined || inputType === undefined) return undefined
  const { pattern } = claimType
  const validation = claimType.predicateValidationReference ?? claimType.inputValidationReference
  const options = optionsOf(claimType.enumerations)
  const { check, problems } = compileUserInput({
    claimTypeId: claim.id,
    dataType: claim.dataType,
    userInputType: inputType,
    required,
    pattern:
      pattern === undefined
        ? undefined
        : { regularExpression: pattern.regularExpression.value, helpText: pattern.helpText?.value },
    predicateValidation: compileValidationOf(context, validation),
    hasOptions: options.length > 0 || hasLocalizedOptions(context, claimType)
  })
  if (context.first(`field ${claim.id}`)) {
    for (const { effect, message } of problems) {
      context.report(effect === 'refused' ? 'TF2034' : 'TF2036', claimType.span, { message })
    }
  }
  if (check === undefined) return undefined
  return {
    claim,
    inputType,
    displayName: claimType.displayName?.value,
    userHelpText: claimType.userHelpText?.value,
    pattern:
      pattern === undefined
        ? undefined
        : { regularExpression: pattern.regularExpression.value, helpText: pattern.helpText?.value },
    predicates: viewOf(context, validation),
    options,
    mask: maskOf(context, claimType),
    required,
    check,
    secret: context.secrets.has(claim.slot),
    origin: originOf(node.span)
  }
}
