/** Claims that come with the browser beside the code: `ReadBodyClaimsOnIdpRedirect`. Source: identity-provider-apple-id. */
import { isJsonObject, type Json, type JsonObject, MalformedJson, parseJson } from '@trustframe/claims'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'

/** Parameters of the protocol are no claims. */
const protocol: ReadonlySet<string> = new Set([
  'access_token',
  'code',
  'error',
  'error_description',
  'error_uri',
  'expires_in',
  'id_token',
  'iss',
  'scope',
  'session_state',
  'state',
  'token_type'
])

/** `user` = `{"name":{"firstName":"Ann"}}` → `user.name.firstName`. */
const flatten = (name: string, value: Json): ReadonlyArray<readonly [string, Json]> =>
  isJsonObject(value)
    ? Object.entries(value).flatMap(([member, inner]) => flatten(`${name}.${member}`, inner))
    : [[name, value]]

/**
 * The claims in the parameters of a callback, objects taken apart into dotted names. Nobody signed them: whoever holds the
 * browser can write them, so that they come below the claims of a token.
 */
export const bodyClaims = (
  { bodyClaims: wanted }: IdentityProviderPlan,
  returned: Readonly<Record<string, string>>
): JsonObject => {
  if (wanted.length === 0) return {}
  const found = Object.entries(returned)
    .filter(([name]) => !protocol.has(name))
    .flatMap(([name, text]): ReadonlyArray<readonly [string, Json]> => {
      const json = parseJson(text)
      return json instanceof MalformedJson || !isJsonObject(json) ? [[name, text]] : flatten(name, json)
    })
  return Object.fromEntries(wanted === 'All' ? found : found.filter(([name]) => wanted.includes(name)))
}
