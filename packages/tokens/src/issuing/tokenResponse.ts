/** What the token endpoint answers: the members of its JSON body. */
import type { Json, JsonObject } from '@trustframe/claims'
import { stringifyJson } from '@trustframe/claims'
import type { Grant, IssuedTokens, Issuing } from '@trustframe/core/ports'
import * as Base64Url from 'effect/encoding/Base64Url'

/** What the answer says besides the tokens. */
export interface TokenResponseOptions {
  readonly issuing: Issuing
  readonly grant: Grant
  readonly tokens: IssuedTokens
  /** The granted scopes as they were asked for, with their URIs; `openid` and `offline_access` are not among them. */
  readonly scopes: ReadonlyArray<string>
  /** The API's client id, where there is an access token for one. */
  readonly resource: string | undefined
  /** The request had `client_info=1`. */
  readonly clientInfo: boolean
}

const tenantOf = ({ policy }: Issuing): string => policy.tenantObjectId ?? policy.tenantId

const encoded = (json: JsonObject): string => Base64Url.encode(stringifyJson(json))

/** By which MSAL names an account: the user in a policy, and the tenant. Source: protocols section 5.3. */
export const clientInfo = (issuing: Issuing, grant: Grant): string =>
  encoded({
    uid: `${grant.userIdentity ?? grant.subject ?? ''}-${grant.policyId.toLowerCase()}`,
    utid: tenantOf(issuing)
  })

const profileInfo = (issuing: Issuing, { claims }: Grant): string =>
  encoded({
    ver: '1.0',
    tid: tenantOf(issuing),
    sub: null,
    name: claims['name'] ?? null,
    preferred_username: null,
    idp: claims['idp'] ?? null
  })

/** Numbers are JSON strings unless `SendTokenResponseBodyWithJsonNumbers` is set. Source: jwt-issuer-technical-profile. */
const numberAs =
  ({ issuer: { details } }: Issuing) =>
  (value: number | undefined): Json | undefined =>
    value === undefined || (details._tag === 'Jwt' && details.jsonNumbers) ? value : String(value)

/** The body of a token response. Source: protocols section 5.3. */
export const tokenResponse = (options: TokenResponseOptions): JsonObject => {
  const { clientInfo: asked, grant, issuing, resource, scopes, tokens } = options
  const { accessToken, idToken, notBefore, refreshToken } = tokens
  const number = numberAs(issuing)
  const members: Record<string, Json | undefined> = {
    access_token: accessToken?.token,
    id_token: idToken?.token,
    token_type: 'Bearer',
    not_before: number(notBefore),
    expires_in: number(accessToken?.expiresIn),
    expires_on: number(accessToken === undefined ? undefined : notBefore + accessToken.expiresIn),
    resource: accessToken === undefined ? undefined : resource,
    id_token_expires_in: asked ? undefined : number(idToken?.expiresIn),
    profile_info: asked || idToken === undefined ? undefined : profileInfo(issuing, grant),
    client_info: asked ? clientInfo(issuing, grant) : undefined,
    scope: scopes.join(' '),
    refresh_token: refreshToken?.token,
    refresh_token_expires_in: number(refreshToken?.expiresIn)
  }
  const body: Record<string, Json> = {}
  for (const [name, value] of Object.entries(members)) if (value !== undefined) body[name] = value
  return body
}
