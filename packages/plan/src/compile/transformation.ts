/** Binds references to claims transformations, each compiled once. */
import { compileTransformation, type DeclarationPart, type ProblemEffect } from '@trustframe/claims'
import { type ClaimsTransformation, keyOf, type Reference, type Span } from '@trustframe/policy'
import type { PlanCode } from '../codes.ts'
import type { TransformationPlan } from '../plan/ProfilePlan.ts'
import { type CompileContext, didYouMean, originOf } from './CompileContext.ts'

const codeOf: Readonly<Record<ProblemEffect, PlanCode>> = { refused: 'TF2020', fails: 'TF2029', advice: 'TF2030' }

/** The place of the part of a declaration that a problem is about. */
const spanOf = (transformation: ClaimsTransformation, part: DeclarationPart): Span => {
  switch (part._tag) {
    case 'Transformation':
      return transformation.id.span
    case 'Method':
      return transformation.transformationMethod.span
    case 'InputClaim':
      return (transformation.inputClaims[part.index] ?? transformation).span
    case 'InputParameter':
      return (transformation.inputParameters[part.index] ?? transformation).span
    case 'OutputClaim':
      return (transformation.outputClaims[part.index] ?? transformation).span
  }
}

const declared = (claims: ClaimsTransformation['inputClaims']) =>
  claims.map(({ claimTypeReferenceId, transformationClaimType }) => ({
    claimTypeId: claimTypeReferenceId.value,
    transformationClaimType: transformationClaimType?.value
  }))

const compileNew = (context: CompileContext, transformation: ClaimsTransformation): TransformationPlan | undefined => {
  const { id, inputClaims, inputParameters, outputClaims, transformationMethod } = transformation
  const compiled = compileTransformation(
    {
      id: id.value,
      method: transformationMethod.value,
      inputClaims: declared(inputClaims),
      inputParameters: inputParameters.map((parameter) => ({
        id: parameter.id.value,
        dataType: parameter.dataType.value,
        value: parameter.value.value
      })),
      outputClaims: declared(outputClaims)
    },
    context.transformationEnvironment
  )
  for (const { effect, message, part } of compiled.problems) {
    context.report(codeOf[effect], spanOf(transformation, part), {
      message: `claims transformation "${id.value}": ${message}`
    })
  }
  return compiled._tag === 'RefusedTransformation'
    ? undefined
    : { id: id.value, method: compiled.method, origin: originOf(id.span), run: compiled.run }
}

/** The plan of the claims transformation that `reference` names, or `undefined` after findings. */
export const bindTransformation = (context: CompileContext, reference: Reference): TransformationPlan | undefined => {
  const { referenceId } = reference
  const key = keyOf(referenceId.value)
  const transformation = context.policy.claimsTransformations.get(key)
  if (transformation === undefined) {
    const names = [...context.policy.claimsTransformations.values()].map(({ id }) => id.value)
    context.report('TF2014', referenceId.span, {
      message: `claims transformation "${referenceId.value}" is declared neither in this policy nor in its base policies`,
      help: didYouMean(referenceId.value, names, 'declare it in ClaimsTransformations')
    })
    return undefined
  }
  if (!context.transformations.has(key)) context.transformations.set(key, compileNew(context, transformation))
  return context.transformations.get(key)
}
