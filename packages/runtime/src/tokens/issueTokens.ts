/** The tokens that a completed journey entitles its application to. */
import type { Json } from '@trustframe/claims'
import { type IssuedTokens, type JourneyEnd, TokenIssuer, type TokenIssuanceError } from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import * as Effect from 'effect/Effect'

/** The scopes of OpenID Connect; they name no API. Source: protocols section 5. */
const openIdScopes: ReadonlySet<string> = new Set(['openid', 'offline_access', 'profile', 'email'])

const wordsOf = (text: string | undefined): ReadonlyArray<string> =>
  (text ?? '').split(' ').filter((word) => word !== '')

const seconds = (millis: number): number => Math.floor(millis / 1000)

/** Scopes of an API as tokens write them: without the API's URI. Source: access-tokens (scp). */
const scopeName = (scope: string): string => scope.slice(scope.lastIndexOf('/') + 1)

/**
 * The API that the scopes belong to, as its URI names it: `https://tenant/API/scope`. By default that is the API's client id,
 * which is what tokens have in `aud`; an API that chose another URI is named by it. Else the client itself.
 */
const audienceOf = ([first]: ReadonlyArray<string>, clientId: string): string => first?.split('/').at(-2) ?? clientId

/**
 * Issues what the parameters of the journey's request ask for: an id token always, an access token when `scope` names the
 * client itself or an API, a refresh token for `offline_access`. `undefined` when the journey ended without a `SendClaims` step,
 * or its issuer writes no JSON Web Tokens.
 */
export const issueTokens = (
  plan: JourneyPlan,
  end: JourneyEnd
): Effect.Effect<IssuedTokens | undefined, TokenIssuanceError, TokenIssuer> => {
  if (end._tag !== 'Completed') return Effect.undefined
  const { completion, issuer, state } = end
  const { sent } = completion
  if (sent === undefined || issuer?.details._tag !== 'Jwt') return Effect.undefined
  const { hostName, parameters } = state.context
  const clientId = parameters['client_id'] ?? ''
  const scopes = wordsOf(parameters['scope'])
  const apiScopes = scopes.filter((scope) => !openIdScopes.has(scope) && scope !== clientId)
  const wantsAccess = apiScopes.length > 0 || (clientId !== '' && scopes.includes(clientId))
  const claims: Readonly<Record<string, Json>> = sent.token
  return TokenIssuer.use((tokens) =>
    tokens.issue(
      { issuer, policy: plan.policy, authority: `https://${hostName}` },
      {
        policyId: plan.policy.policyId,
        clientId,
        subject: sent.subject,
        claims,
        userIdentity: sent.userIdentity,
        scopes,
        nonce: parameters['nonce'],
        authTime: seconds(completion.authenticatedAt),
        grantedAt: seconds(state.startedAt),
        request: {}
      },
      {
        idToken: true,
        accessToken: wantsAccess
          ? { audience: audienceOf(apiScopes, clientId), scopes: apiScopes.map(scopeName) }
          : undefined,
        refreshToken: scopes.includes('offline_access'),
        code: undefined
      }
    )
  )
}
