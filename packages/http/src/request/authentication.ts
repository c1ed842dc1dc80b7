/** How a request proves who it is: `AuthenticationType` and its keys. Sources: restful-technical-profile, secure-rest-api. */
import { formatValue } from '@trustframe/claims'
import { BearerTokenMissing, KeyUnavailable, RequestInvalid } from '@trustframe/core/exchange'
import type { ClientCertificate, PolicyKey, RestfulInput } from '@trustframe/core/ports'
import type { KeyReference, RestfulAuthentication, RestfulPlan } from '@trustframe/plan/plan'
import * as Base64 from 'effect/encoding/Base64'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import { headerNameProblem, headerValueProblem, type HeaderPair } from './headers.ts'
import type { RequestFailure } from './HttpRequest.ts'

/** What the keys of a profile give to each of its requests. */
export interface Credentials {
  readonly header: HeaderPair | undefined
  readonly certificate: ClientCertificate | undefined
}

/** A request that proves nothing. */
export const noCredentials: Credentials = { header: undefined, certificate: undefined }

type KeyFailure = typeof KeyUnavailable.Type

/** Why a key cannot be used. */
export const keyUnavailable = (
  { id, storageReferenceId }: KeyReference,
  problem: KeyFailure['problem'],
  detail: string
): KeyFailure => KeyUnavailable.make({ key: id, storageReferenceId, problem, detail })

/** The key is not there. */
export const keyAbsent = (reference: KeyReference): KeyFailure =>
  keyUnavailable(reference, 'absent', 'it is not configured')

const unusable = (reference: KeyReference, detail: string): KeyFailure => keyUnavailable(reference, 'unusable', detail)

const secretOf = (reference: KeyReference, key: PolicyKey | undefined): Result.Result<string, KeyFailure> => {
  if (key === undefined) return Result.fail(keyAbsent(reference))
  if (key._tag === 'Certificate') return Result.fail(unusable(reference, 'it is a certificate; a secret is needed'))
  return Result.succeed(Redacted.value(key.secret))
}

const headerOf = (reference: KeyReference, name: string, value: string): Result.Result<Credentials, KeyFailure> => {
  const problem = headerNameProblem(name) ?? headerValueProblem(value)
  return problem === undefined
    ? Result.succeed({ header: [name, value], certificate: undefined })
    : Result.fail(unusable(reference, problem))
}

/** The credentials that the keys of a profile make, given in the order of `keyReferencesOf`. */
export const credentialsOf = (
  authentication: RestfulAuthentication,
  keys: ReadonlyArray<PolicyKey>
): Result.Result<Credentials, KeyFailure> => {
  const [first, second] = keys
  switch (authentication._tag) {
    case 'None':
    case 'BearerClaim':
      return Result.succeed(noCredentials)
    case 'Basic': {
      const { password, username } = authentication
      return Result.flatMap(secretOf(username, first), (user) =>
        user.includes(':')
          ? Result.fail(unusable(username, 'a user name with a colon cannot be sent (RFC 7617, section 2)'))
          : Result.flatMap(secretOf(password, second), (secret) =>
              headerOf(password, 'authorization', `Basic ${Base64.encode(`${user}:${secret}`)}`)
            )
      )
    }
    case 'BearerKey':
      return Result.flatMap(secretOf(authentication.token, first), (token) =>
        headerOf(authentication.token, 'authorization', `Bearer ${token}`)
      )
    case 'ApiKeyHeader':
      return Result.flatMap(secretOf(authentication.key, first), (secret) =>
        headerOf(authentication.key, authentication.header, secret)
      )
    case 'ClientCertificate': {
      const { certificate } = authentication
      if (first === undefined) return Result.fail(keyAbsent(certificate))
      return first._tag === 'Certificate'
        ? Result.succeed({ header: undefined, certificate: first.certificate })
        : Result.fail(unusable(certificate, 'it is a secret; a certificate with its private key is needed'))
    }
  }
}

/** The header that the bearer claim of a profile makes; `undefined` for every other authentication. */
export const compileBearer = (
  plan: RestfulPlan
): ((input: RestfulInput) => Result.Result<HeaderPair, RequestFailure>) | undefined => {
  const { authentication, inputClaims } = plan
  if (authentication._tag !== 'BearerClaim') return undefined
  const { id, slot } = authentication.claim
  const index = inputClaims.findIndex(({ claim }) => claim.slot === slot)
  return (input) => {
    const value = input[index]
    const token = value === undefined ? undefined : formatValue(value)
    if (token === undefined || token === '') {
      const available = inputClaims.filter((_, at) => input[at] !== undefined).map(({ claim }) => claim.id)
      return Result.fail(
        BearerTokenMissing.make({ claim: id, problem: token === undefined ? 'absent' : 'empty', available })
      )
    }
    const problem = headerValueProblem(token)
    return problem === undefined
      ? Result.succeed(['authorization', `Bearer ${token}`])
      : Result.fail(RequestInvalid.make({ detail: `claim "${id}" cannot be the bearer token: ${problem}` }))
  }
}
