/** Example answers of services, derived from the output claims of the technical profiles that call them. */
import { fromJson, ConversionFailure, type Json, type JsonObject } from '@trustframe/claims'
import type { AnswerBinding, RestfulPlan } from '@trustframe/plan'
import { exampleJson } from './exampleValue.ts'
import { putAt } from './jsonPath.ts'

/** Output claims that are taken from the answer: a default that is always used is not. */
export const takenClaims = ({ outputClaims }: RestfulPlan): ReadonlyArray<AnswerBinding> =>
  outputClaims.filter(({ alwaysUseDefaultValue }) => !alwaysUseDefaultValue)

const isToken = ({ path }: AnswerBinding): boolean => path.length === 1 && path[0] === 'access_token'

/** A token answer as RFC 6749, section 5.1 has it. */
const tokenAnswer = (id: string): JsonObject => ({
  access_token: `example-token-of-${id}`,
  token_type: 'Bearer',
  expires_in: 3599
})

const exampleOf = ({ claim, partnerName, path }: AnswerBinding): Json => {
  const last = path.findLast((part) => typeof part === 'string') ?? partnerName
  const json = exampleJson(last, claim.dataType)
  // The name on the wire says more than the claim's, unless its example does not fit.
  return fromJson(claim.dataType, json) instanceof ConversionFailure ? exampleJson(claim.id, claim.dataType) : json
}

/**
 * What the service of a technical profile could answer: a member for each output claim, at its path, of its type. A
 * profile that takes `access_token` gets the answer of a token endpoint; one that takes nothing an empty object.
 */
export const exampleAnswer = (plan: RestfulPlan): Json => {
  const taken = takenClaims(plan)
  let answer: Json = taken.some(isToken) ? tokenAnswer(plan.id) : typeof taken[0]?.path[0] === 'number' ? [] : {}
  for (const binding of taken) if (!isToken(binding)) answer = putAt(answer, binding.path, exampleOf(binding))
  return answer
}
