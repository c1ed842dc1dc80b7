/** Where the input claims of a request go: `SendClaimsIn` and `ClaimUsedForRequestPayload`. Source: restful-technical-profile. */
import { formatValue, stringifyJson, toJson, type ClaimValue } from '@trustframe/claims'
import { RequestInvalid } from '@trustframe/core/exchange'
import type { RestfulInput } from '@trustframe/core/ports'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Result from 'effect/Result'
import { encodeFormValue, encodeUrlValue } from './encode.ts'
import { headerNameProblem, headerValueProblem, type HeaderPair } from './headers.ts'
import type { RequestFailure } from './HttpRequest.ts'
import { masked } from './mask.ts'

/** What the claims put into a request. */
export interface Payload {
  readonly body: string | undefined
  /** Without the question mark. */
  readonly query: string
  readonly maskedQuery: string
  readonly headers: ReadonlyArray<HeaderPair>
}

type Write = (input: RestfulInput) => Result.Result<Payload, RequestFailure>

const noPayload: Payload = { body: undefined, query: '', maskedQuery: '', headers: [] }

const withBody = (body: string): Payload => ({ body, query: '', maskedQuery: '', headers: [] })

const invalid = (detail: string) => Result.fail(RequestInvalid.make({ detail }))

/** A claim that is sent: its place among the input claims and its name on the wire. */
interface SentClaim {
  readonly index: number
  readonly id: string
  readonly name: string
  readonly secret: boolean
}

/** Every input claim but the bearer token, which goes in its header alone. */
const sentClaims = ({ authentication, inputClaims }: RestfulPlan): ReadonlyArray<SentClaim> =>
  inputClaims.flatMap(({ claim, partnerName, secret }, index) =>
    authentication._tag === 'BearerClaim' && authentication.claim.slot === claim.slot
      ? []
      : [{ index, id: claim.id, name: partnerName, secret }]
  )

/** The claims that have a value; of several with one name, the last one with a value is sent. */
const valuesOf = (
  claims: ReadonlyArray<SentClaim>,
  names: ReadonlySet<string>
): ((input: RestfulInput) => ReadonlyArray<readonly [SentClaim, ClaimValue]>) => {
  const present = (input: RestfulInput) => {
    const found: Array<readonly [SentClaim, ClaimValue]> = []
    for (const claim of claims) {
      const value = input[claim.index]
      if (value !== undefined) found.push([claim, value])
    }
    return found
  }
  return names.size === claims.length
    ? present
    : (input) => [...new Map(present(input).map((entry) => [entry[0].name, entry])).values()]
}

const writeJson = (claims: ReadonlyArray<SentClaim>): Write => {
  const values = valuesOf(claims, new Set(claims.map(({ name }) => name)))
  const keys = new Map(claims.map(({ name }) => [name, JSON.stringify(name)]))
  return (input) =>
    Result.succeed(
      withBody(
        `{${values(input)
          .map(([{ name }, value]) => `${keys.get(name)}:${stringifyJson(toJson(value))}`)
          .join(',')}}`
      )
    )
}

const writeForm = (claims: ReadonlyArray<SentClaim>): Write => {
  const values = valuesOf(claims, new Set(claims.map(({ name }) => name)))
  const keys = new Map(claims.map(({ name }) => [name, encodeFormValue(name)]))
  return (input) =>
    Result.succeed(
      withBody(
        values(input)
          .map(([{ name }, value]) => `${keys.get(name)}=${encodeFormValue(formatValue(value))}`)
          .join('&')
      )
    )
}

const writeQuery = (claims: ReadonlyArray<SentClaim>): Write => {
  const values = valuesOf(claims, new Set(claims.map(({ name }) => name)))
  const keys = new Map(claims.map(({ name }) => [name, encodeUrlValue(name)]))
  return (input) => {
    const pairs = values(input).map(([{ name, secret }, value]) => {
      const encoded = encodeUrlValue(formatValue(value))
      return { sent: `${keys.get(name)}=${encoded}`, shown: `${keys.get(name)}=${secret ? masked : encoded}` }
    })
    return Result.succeed({
      ...noPayload,
      query: pairs.map(({ sent }) => sent).join('&'),
      maskedQuery: pairs.map(({ shown }) => shown).join('&')
    })
  }
}

const writeHeaders = (claims: ReadonlyArray<SentClaim>): Write => {
  const values = valuesOf(claims, new Set(claims.map(({ name }) => name)))
  const problems = new Map(claims.map(({ name }) => [name, headerNameProblem(name)]))
  return (input) => {
    const headers: Array<HeaderPair> = []
    for (const [{ id, name }, value] of values(input)) {
      const text = formatValue(value)
      const problem = problems.get(name) ?? headerValueProblem(text)
      if (problem !== undefined) return invalid(`claim "${id}" cannot be sent as the header "${name}": ${problem}`)
      headers.push([name, text])
    }
    return Result.succeed({ ...noPayload, headers })
  }
}

/** `ClaimUsedForRequestPayload`: the claim's text is the body, and no other claim is sent. */
const writeVerbatim = (plan: RestfulPlan, index: number): Write => {
  const id = plan.inputClaims[index]?.claim.id ?? ''
  return (input) => {
    const value = input[index]
    return value === undefined
      ? invalid(`claim "${id}", which is ClaimUsedForRequestPayload, has no value`)
      : Result.succeed(withBody(formatValue(value)))
  }
}

/** Compiles how the claims of a profile are written into its requests. */
export const compilePayload = (plan: RestfulPlan): Write => {
  const claims = sentClaims(plan)
  switch (plan.sendClaimsIn) {
    case 'Body':
      return plan.payload === undefined ? writeJson(claims) : writeVerbatim(plan, plan.payload)
    case 'Form':
      return writeForm(claims)
    case 'QueryString':
      return writeQuery(claims)
    case 'Header':
      return writeHeaders(claims)
    case 'Url':
      return () => Result.succeed(noPayload)
  }
}
