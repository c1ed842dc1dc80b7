/** Issued tokens for people and machines: decoded, and whole when that is asked for. */
import type { Json, JsonObject } from '@trustframe/claims'
import { isJsonObject, MalformedJson, parseJson, stringifyJson } from '@trustframe/claims'
import { type IssuedTokens, showToken } from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Result from 'effect/Result'
import type { Style } from '../output/style.ts'

/** One of the tokens. */
interface ShownToken {
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly expiresIn: number
  readonly token?: string
}

const partOf = (part: string | undefined): JsonObject => {
  const text = Base64Url.decodeString(part ?? '')
  const json = Result.isSuccess(text) ? parseJson(text.success) : undefined
  return json === undefined || json instanceof MalformedJson || !isJsonObject(json) ? {} : json
}

type Issued = IssuedTokens['idToken']

const shown = (plan: JourneyPlan, issued: Issued, whole: boolean): ShownToken | undefined => {
  if (issued === undefined) return undefined
  const [header, claims] = issued.token.split('.')
  return {
    header: partOf(header),
    claims: whole ? partOf(claims) : showToken(plan, partOf(claims)),
    expiresIn: issued.expiresIn,
    ...(whole ? { token: issued.token } : {})
  }
}

const documentOf = ({ claims, expiresIn, header, token }: ShownToken): JsonObject => ({
  header,
  claims,
  expiresIn,
  ...(token === undefined ? {} : { token })
})

/** For the document of a run. A refresh token is sealed: only its life is shown. */
export const tokensDocument = (plan: JourneyPlan, tokens: IssuedTokens, whole: boolean): JsonObject => {
  const document: Record<string, Json> = {}
  const id = shown(plan, tokens.idToken, whole)
  const access = shown(plan, tokens.accessToken, whole)
  if (id !== undefined) document['idToken'] = documentOf(id)
  if (access !== undefined) document['accessToken'] = documentOf(access)
  if (tokens.refreshToken !== undefined) {
    const { expiresIn, token } = tokens.refreshToken
    document['refreshToken'] = whole ? { expiresIn, token } : { expiresIn }
  }
  return document
}

/** Lines for the end of a run. */
export const tokenLines = (
  plan: JourneyPlan,
  tokens: IssuedTokens,
  whole: boolean,
  style: Style
): ReadonlyArray<string> => {
  const lines = (name: string, issued: Issued): ReadonlyArray<string> => {
    const token = shown(plan, issued, whole)
    if (token === undefined) return []
    return [
      `    ${style.dim(`${name} (${stringifyJson(token.header['alg'] ?? null).replaceAll('"', '')}, ${token.expiresIn} s):`)} ${stringifyJson(token.claims)}`,
      ...(token.token === undefined ? [] : [`      ${token.token}`])
    ]
  }
  const refresh = tokens.refreshToken
  return [
    ...lines('id token', tokens.idToken),
    ...lines('access token', tokens.accessToken),
    ...(refresh === undefined
      ? []
      : [`    ${style.dim(`refresh token (${refresh.expiresIn} s)`)}${whole ? `\n      ${refresh.token}` : ''}`])
  ]
}
