/** Grants as JSON text, for authorization codes and refresh tokens. */
import { isJsonObject, type Json, MalformedJson, parseJson, stringifyJson } from '@trustframe/claims'
import type { Grant } from '@trustframe/core/ports'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'

/** Which of the two a grant is sealed as; one never passes for the other. */
export type GrantKind = 'code' | 'refresh'

/** A grant and its times, in seconds since 1970. */
export interface DatedGrant {
  readonly kind: GrantKind
  readonly grant: Grant
  readonly issuedAt: number
  readonly expiresAt: number
}

const version = 1

/** Everything but the claims, which may hold integers that Schema has no type for. */
const Envelope = Schema.Struct({
  version: Schema.Literal(version),
  kind: Schema.Literals(['code', 'refresh']),
  issuedAt: Schema.Int,
  expiresAt: Schema.Int,
  grant: Schema.Struct({
    policyId: Schema.String,
    clientId: Schema.String,
    subject: Schema.UndefinedOr(Schema.String),
    userIdentity: Schema.UndefinedOr(Schema.String),
    scopes: Schema.Array(Schema.String),
    nonce: Schema.UndefinedOr(Schema.String),
    authTime: Schema.Int,
    grantedAt: Schema.Int,
    request: Schema.Record(Schema.String, Schema.String)
  })
})

const optional = ({ nonce, subject, userIdentity }: Grant): Readonly<Record<string, Json>> => ({
  ...(subject === undefined ? {} : { subject }),
  ...(userIdentity === undefined ? {} : { userIdentity }),
  ...(nonce === undefined ? {} : { nonce })
})

export const writeGrant = ({ expiresAt, grant, issuedAt, kind }: DatedGrant): string => {
  const { authTime, claims, clientId, grantedAt, policyId, request, scopes } = grant
  return stringifyJson({
    version,
    kind,
    issuedAt,
    expiresAt,
    grant: { policyId, clientId, ...optional(grant), claims, scopes, authTime, grantedAt, request }
  })
}

/** `undefined` for what this version did not write. */
export const readGrant = (text: string): DatedGrant | undefined => {
  const json = parseJson(text)
  if (json instanceof MalformedJson || !isJsonObject(json)) return undefined
  const { grant } = json
  const claims = isJsonObject(grant) ? grant['claims'] : undefined
  if (!isJsonObject(grant) || !isJsonObject(claims)) return undefined
  const { nonce, subject, userIdentity } = grant
  const envelope = Schema.decodeUnknownResult(Envelope)({ ...json, grant: { ...grant, nonce, subject, userIdentity } })
  if (Result.isFailure(envelope)) return undefined
  const { expiresAt, grant: flat, issuedAt, kind } = envelope.success
  return { kind, issuedAt, expiresAt, grant: { ...flat, claims } }
}
