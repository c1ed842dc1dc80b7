/** OpenID Connect as a client: code, id token, or both. Source: openid-connect-technical-profile, OpenID Connect Core 1.0. */
import type { JsonObject } from '@trustframe/claims'
import type {
  AuthorizationAnswer,
  AuthorizationRequest,
  HashedCompanion,
  RedemptionAnswer,
  RedemptionRequest
} from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { authorizationUrl, protocolParameters } from './authorizationUrl.ts'
import { bodyClaims } from './bodyClaims.ts'
import { fetchClaims } from './claimsCall.ts'
import { redeemCode } from './codeCall.ts'
import { returnedError, textOf } from './endpointAnswer.ts'
import { failed } from './failures.ts'
import { type ReceivedToken, validateToken } from './idToken.ts'
import { metadataOf, needed } from './openIdMetadata.ts'
import type { Attempted, ProviderTools } from './ProviderTools.ts'
import { tokensOf } from './tokenMembers.ts'

/** Where the browser is sent. The discovery document is not read when the profile names the endpoint itself. */
export const begin = (tools: ProviderTools, request: AuthorizationRequest): Attempted<AuthorizationAnswer> =>
  Effect.gen(function* () {
    const { nonce, provider } = request
    const endpoint =
      provider.authorizationEndpoint ??
      (yield* needed(provider, yield* metadataOf(tools, provider), 'authorizationEndpoint', 'authorization_endpoint'))
    const parameters = { ...protocolParameters(request), response_mode: provider.responseMode, nonce }
    const url = authorizationUrl(endpoint, parameters, request, provider.scope ?? 'openid')
    return { _tag: 'AuthorizationPrepared', url, memory: {} } as const
  })

/** A parameter that the browser has to bring. */
const brought = ({ provider, returned }: RedemptionRequest, name: string): Attempted<string> => {
  const value = returned[name]
  return value === undefined || value === ''
    ? Effect.fail(
        failed('AnswerUnreadable', `the provider sent no "${name}" back, which "${provider.responseType}" asks for`)
      )
    : Effect.succeed(value)
}

const companion = (
  hash: HashedCompanion['hash'],
  value: string | undefined,
  required: boolean
): ReadonlyArray<HashedCompanion> => (value === undefined ? [] : [{ hash, value: Redacted.make(value), required }])

const received = (
  { nonce }: RedemptionRequest,
  token: string,
  direct: boolean,
  companions: ReadonlyArray<HashedCompanion>
): ReceivedToken => ({ token: Redacted.make(token), nonce, direct, companions })

/** What the browser brought: its id token is bound to the code and the access token that came with it. */
const fromBrowser = Effect.fnUntraced(function* (
  tools: ProviderTools,
  request: RedemptionRequest,
  wanted: ReadonlySet<string>
) {
  const code = wanted.has('code') ? yield* brought(request, 'code') : undefined
  const accessToken = wanted.has('token') ? yield* brought(request, 'access_token') : undefined
  if (!wanted.has('id_token')) return { code, claims: undefined }
  const companions = [...companion('c_hash', code, true), ...companion('at_hash', accessToken, true)]
  const token = received(request, yield* brought(request, 'id_token'), false, companions)
  return { code, claims: yield* validateToken(tools, request.provider, token) }
})

/** What the token endpoint answers. */
const fromTokenEndpoint = Effect.fnUntraced(function* (
  tools: ProviderTools,
  request: RedemptionRequest,
  code: string,
  before: JsonObject | undefined
) {
  const { provider, redirectUri } = request
  const url =
    provider.tokenEndpoint ??
    (yield* needed(provider, yield* metadataOf(tools, provider), 'tokenEndpoint', 'token_endpoint'))
  const members = yield* redeemCode(tools, provider, url, { code, redirectUri })
  const idToken = textOf(members['id_token'])
  if (idToken === undefined) {
    return before === undefined
      ? yield* Effect.fail(failed('AnswerUnreadable', 'the token endpoint answered without an id_token'))
      : { members, claims: before }
  }
  const companions = companion('at_hash', textOf(members['access_token']), false)
  const claims = yield* validateToken(tools, provider, received(request, idToken, true, companions))
  if (before !== undefined && (before['iss'] !== claims['iss'] || before['sub'] !== claims['sub'])) {
    return yield* Effect.fail(
      failed('TokenInvalid', 'the id tokens of the browser and of the token endpoint are about different users')
    )
  }
  return { members, claims: { ...before, ...claims } }
})

const accessTokenMembers = ['access_token', 'token_type', 'expires_in', 'scope']

/** The tokens that came with the browser, without the rest of the callback. */
const frontTokens = (returned: RedemptionRequest['returned'], wanted: ReadonlySet<string>): JsonObject => {
  const names = [...(wanted.has('id_token') ? ['id_token'] : []), ...(wanted.has('token') ? accessTokenMembers : [])]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = returned[name]
      return value === undefined ? [] : [[name, value]]
    })
  )
}

/** The claims of the userinfo endpoint, which has to speak of the same user. Source: OpenID Connect Core 5.3.2. */
const fromClaimsEndpoint = Effect.fnUntraced(function* (
  tools: ProviderTools,
  { provider }: RedemptionRequest,
  members: JsonObject,
  idToken: JsonObject | undefined
) {
  // Without an id token there is nobody else to ask.
  const url =
    idToken === undefined
      ? yield* needed(provider, yield* metadataOf(tools, provider), 'userInfoEndpoint', 'ClaimsEndpoint')
      : provider.claimsEndpoint
  if (url === undefined || (idToken !== undefined && members['access_token'] === undefined)) return {}
  const claims = yield* fetchClaims(tools, provider, url, members)
  return idToken === undefined || claims['sub'] === undefined || claims['sub'] === idToken['sub']
    ? claims
    : yield* Effect.fail(failed('TokenInvalid', 'the claims endpoint speaks of another user than the id token'))
})

/** What comes of the browser's return. */
export const redeem = (tools: ProviderTools, request: RedemptionRequest): Attempted<RedemptionAnswer> =>
  Effect.gen(function* () {
    const { provider, returned } = request
    const error = returnedError(returned, provider)
    if (error !== undefined) return yield* Effect.fail(error)
    const wanted = new Set(provider.responseType.split(/\s+/))
    const { claims: before, code } = yield* fromBrowser(tools, request, wanted)
    const { claims: idToken, members } =
      code === undefined
        ? { claims: before, members: frontTokens(returned, wanted) }
        : yield* fromTokenEndpoint(tools, request, code, before)
    const more = yield* fromClaimsEndpoint(tools, request, members, idToken)
    return {
      _tag: 'IdentityProved',
      claims: { ...bodyClaims(provider, returned), ...idToken, ...more },
      tokens: tokensOf(members)
    } as const
  })
