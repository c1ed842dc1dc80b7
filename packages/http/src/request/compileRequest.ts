/** A RESTful technical profile and the values of its input claims → one HTTP request. */
import { RequiredClaimMissing } from '@trustframe/core/exchange'
import type { RestfulInput } from '@trustframe/core/ports'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Result from 'effect/Result'
import { compileBearer, type Credentials } from './authentication.ts'
import type { HeaderPair } from './headers.ts'
import type { HttpRequest, RequestFailure } from './HttpRequest.ts'
import { maskPath } from './mask.ts'
import { compilePayload } from './payload.ts'
import { compileServiceUrl, type Target } from './serviceUrl.ts'

/** Writes the requests of one profile. */
export type RequestWriter = (
  input: RestfulInput,
  credentials: Credentials
) => Result.Result<HttpRequest, RequestFailure>

const contentTypes = { Body: 'application/json', Form: 'application/x-www-form-urlencoded' } as const

const appendQuery = (target: Target, query: string, maskedQuery: string): Target => {
  if (query === '') return target
  const separator = !target.path.includes('?') ? '?' : target.path.endsWith('?') || target.path.endsWith('&') ? '' : '&'
  return {
    origin: target.origin,
    path: target.path + separator + query,
    maskedUrl: target.maskedUrl + separator + maskPath(`?${maskedQuery}`).slice(1)
  }
}

/** The later one of two headers with the same name is sent. */
const merge = (...groups: ReadonlyArray<ReadonlyArray<HeaderPair>>): ReadonlyArray<HeaderPair> => [
  ...new Map(groups.flat().map((pair) => [pair[0].toLowerCase(), pair])).values()
]

/** Compiles a profile, so that a request costs no look-up and no parsing that could be done once. */
export const compileRequest = (plan: RestfulPlan, userAgent: string): RequestWriter => {
  const { method, sendClaimsIn } = plan
  const serviceUrl = compileServiceUrl(plan)
  const payload = compilePayload(plan)
  const bearer = compileBearer(plan)
  const required = plan.inputClaims.flatMap((binding, index) =>
    binding.required ? [{ index, id: binding.claim.id }] : []
  )
  const fixed: ReadonlyArray<HeaderPair> = [
    ['accept', 'application/json'],
    ['user-agent', userAgent],
    ...(sendClaimsIn === 'Body' || sendClaimsIn === 'Form'
      ? [['content-type', contentTypes[sendClaimsIn]] as const]
      : [])
  ]

  return (input, credentials) => {
    const missing = required.find(({ index }) => input[index] === undefined)
    if (missing !== undefined) {
      return Result.fail(RequiredClaimMissing.make({ claim: missing.id, direction: 'input' }))
    }
    const authorization = bearer === undefined ? Result.succeed(credentials.header) : bearer(input)
    if (Result.isFailure(authorization)) return Result.fail(authorization.failure)
    const target = serviceUrl(input)
    if (Result.isFailure(target)) return Result.fail(target.failure)
    const claims = payload(input)
    if (Result.isFailure(claims)) return Result.fail(claims.failure)

    const { body, headers, maskedQuery, query } = claims.success
    const { maskedUrl, origin, path } = appendQuery(target.success, query, maskedQuery)
    const proof = authorization.success === undefined ? [] : [authorization.success]
    return Result.succeed({
      method,
      origin,
      path,
      maskedUrl,
      headers: headers.length === 0 ? [...fixed, ...proof] : merge(fixed, headers, proof),
      body
    })
  }
}
