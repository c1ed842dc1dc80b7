/** OAuth 2 as a client: a code, an access token, claims. Source: oauth2-technical-profile, RFC 6749. */
import type {
  AuthorizationAnswer,
  AuthorizationRequest,
  RedemptionAnswer,
  RedemptionRequest
} from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { authorizationUrl, protocolParameters } from './authorizationUrl.ts'
import { fetchClaims } from './claimsCall.ts'
import { redeemCode } from './codeCall.ts'
import { returnedError, textOf } from './endpointAnswer.ts'
import { failed, missing } from './failures.ts'
import type { Attempted, ProviderTools } from './ProviderTools.ts'
import { claimsBesideTokens, tokensOf } from './tokenMembers.ts'

const endpointOf = (id: string, url: string | undefined, name: string): Attempted<string> =>
  url === undefined ? Effect.fail(missing(id, name)) : Effect.succeed(url)

/** Where the browser is sent. */
export const begin = (request: AuthorizationRequest): Attempted<AuthorizationAnswer> => {
  const { provider } = request
  // `query` is what providers do anyhow; many know no response_mode.
  const responseMode = provider.responseMode === 'query' ? undefined : provider.responseMode
  return Effect.map(
    endpointOf(provider.id, provider.authorizationEndpoint, 'authorization_endpoint'),
    (endpoint) =>
      ({
        _tag: 'AuthorizationPrepared',
        url: authorizationUrl(endpoint, { ...protocolParameters(request), response_mode: responseMode }, request),
        memory: {}
      }) as const
  )
}

/** What comes of the browser's return. */
export const redeem = (tools: ProviderTools, request: RedemptionRequest): Attempted<RedemptionAnswer> =>
  Effect.gen(function* () {
    const { provider, redirectUri, returned } = request
    const error = returnedError(returned, provider)
    if (error !== undefined) return yield* Effect.fail(error)
    const { code } = returned
    if (code === undefined || code === '') {
      return yield* Effect.fail(failed('AnswerUnreadable', 'the provider sent no "code" back'))
    }
    const url = yield* endpointOf(provider.id, provider.tokenEndpoint, 'AccessTokenEndpoint')
    const members = yield* redeemCode(tools, provider, url, { code, redirectUri })
    if (textOf(members['access_token']) === undefined) {
      return yield* Effect.fail(failed('AnswerUnreadable', 'the token endpoint answered without an access_token'))
    }
    const idToken = textOf(members['id_token'])
    const parties = { issuers: [], issuerPrefixes: [], audiences: [provider.audience] }
    const glance = idToken === undefined ? undefined : tools.idTokens.glance(Redacted.make(idToken), parties)
    if (glance?.audienceExpected === false) {
      return yield* Effect.fail(
        failed('TokenInvalid', `the id token of the token endpoint is not for the audience "${provider.audience}"`)
      )
    }
    const more =
      provider.claimsEndpoint === undefined ? {} : yield* fetchClaims(tools, provider, provider.claimsEndpoint, members)
    return {
      _tag: 'IdentityProved',
      claims: { ...claimsBesideTokens(members), ...more },
      tokens: tokensOf(members)
    } as const
  })
