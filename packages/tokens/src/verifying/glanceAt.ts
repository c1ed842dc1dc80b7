/** Reads whose a token says that it is, without verifying anything. */
import { isJsonObject, MalformedJson, parseJson } from '@trustframe/claims'
import type { IdTokenParties, TokenGlance } from '@trustframe/core/ports'
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Result from 'effect/Result'
import { audienceFits, issuerFits } from './checkClaims.ts'

/** `undefined` for what is no signed JSON Web Token. */
export const glanceAt = (token: string, expected: IdTokenParties): TokenGlance | undefined => {
  const parts = token.split('.')
  const payload = Base64Url.decodeString(parts[1] ?? '')
  if (parts.length !== 3 || Result.isFailure(payload)) return undefined
  const claims = parseJson(payload.success)
  if (claims instanceof MalformedJson || !isJsonObject(claims)) return undefined
  const issuer = claims['iss']
  return {
    issuer: typeof issuer === 'string' ? issuer : undefined,
    issuerExpected: issuerFits(claims, expected),
    audienceExpected: audienceFits(claims, expected)
  }
}
