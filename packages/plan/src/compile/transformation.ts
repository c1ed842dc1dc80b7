/** Binds references to claims transformations, compiled for the profile that calls them. */
import {
  compileTransformation,
  type DeclarationPart,
  type ProblemEffect,
  type TransformationEnvironment
} from '@trustframe/claims'
import { type ClaimsTransformation, keyOf, type Reference, type Span, type TechnicalProfile } from '@trustframe/policy'
import type { PlanCode } from '../codes.ts'
import type { TransformationPlan } from '../plan/ProfilePlan.ts'
import { findOptions, findStringIn } from '../plan/resources.ts'
import { type CompileContext, didYouMean, originOf } from './CompileContext.ts'
import { compileValidationOf } from './content/field.ts'
import { optionsOf } from './content/localization.ts'
import { pageOf } from './content/page.ts'

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

const declarationsOf = (claims: ClaimsTransformation['inputClaims']) =>
  claims.map(({ claimTypeReferenceId, transformationClaimType }) => ({
    claimTypeId: claimTypeReferenceId.value,
    transformationClaimType: transformationClaimType?.value
  }))

/** What a transformation may know of the policy and of the profile that calls it. */
const environmentOf = (context: CompileContext, caller: TechnicalProfile | undefined): TransformationEnvironment => {
  const { claims, environment, localization, policy } = context
  const tenantId = policy.tenantId?.value
  const page = caller === undefined ? undefined : pageOf(context, caller)
  const claimType = (id: string) => policy.claimTypes.get(keyOf(id))
  return {
    claims,
    expressions: {
      TechnicalProfileId: caller?.id.value,
      RelyingPartyTenantId: tenantId,
      TrustFrameworkTenantId: tenantId,
      AuthenticatorIssuer: tenantId
    },
    own: environment.transformations,
    satisfiesPredicates: (id) => {
      const declared = claimType(id)
      const validation = compileValidationOf(
        context,
        declared?.predicateValidationReference ?? declared?.inputValidationReference
      )
      return validation === undefined ? undefined : (text, nowMillis) => validation.check(text, nowMillis).length === 0
    },
    restriction: (id, language) =>
      findOptions(page, localization, language ?? localization.defaultLanguage, id) ??
      optionsOf(claimType(id)?.enumerations ?? []),
    // A language without the string gives no value, not that of the default language (claims-transformations 9).
    localizedString: (elementType, stringId, language) =>
      page === undefined
        ? undefined
        : findStringIn(page, localization, language ?? localization.defaultLanguage, elementType, undefined, stringId)
            ?.value
  }
}

const compileNew = (
  context: CompileContext,
  transformation: ClaimsTransformation,
  caller: TechnicalProfile | undefined
): TransformationPlan | undefined => {
  const { id, inputClaims, inputParameters, outputClaims, transformationMethod } = transformation
  const compiled = compileTransformation(
    {
      id: id.value,
      method: transformationMethod.value,
      inputClaims: declarationsOf(inputClaims),
      inputParameters: inputParameters.map((parameter) => ({
        id: parameter.id.value,
        dataType: parameter.dataType.value,
        value: parameter.value.value
      })),
      outputClaims: declarationsOf(outputClaims)
    },
    environmentOf(context, caller)
  )
  if (context.first(`claims transformation ${id.value}`)) {
    for (const { effect, message, part } of compiled.problems) {
      context.report(codeOf[effect], spanOf(transformation, part), {
        message: `claims transformation "${id.value}": ${message}`
      })
    }
  }
  return compiled._tag === 'RefusedTransformation'
    ? undefined
    : { id: id.value, method: compiled.method, origin: originOf(id.span), run: compiled.run }
}

/** The plan of the claims transformation that `reference` names, called by `caller`; `undefined` after findings. */
export const bindTransformation = (
  context: CompileContext,
  { referenceId }: Reference,
  caller?: TechnicalProfile
): TransformationPlan | undefined => {
  const transformation = context.policy.claimsTransformations.get(keyOf(referenceId.value))
  if (transformation === undefined) {
    const names = [...context.policy.claimsTransformations.values()].map(({ id }) => id.value)
    context.report('TF2014', referenceId.span, {
      message: `claims transformation "${referenceId.value}" is declared neither in this policy nor in its base policies`,
      help: didYouMean(referenceId.value, names, 'declare it in ClaimsTransformations')
    })
    return undefined
  }
  return compileNew(context, transformation, caller)
}
