/** OAuth 1 as a client: request token, browser, access token, claims. Source: oauth1-technical-profile, RFC 5849. */
import type { JsonObject } from '@trustframe/claims'
import type {
  AuthorizationAnswer,
  AuthorizationRequest,
  RedemptionAnswer,
  RedemptionRequest
} from '@trustframe/core/ports'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import * as Clock from 'effect/Clock'
import * as Effect from 'effect/Effect'
import { type Endpoint, returnedError, textOf } from './endpointAnswer.ts'
import { failed, missing, unreadable } from './failures.ts'
import { authorizationHeader, type Pair, signatureOf } from './oauth1Signature.ts'
import { withParameters } from './parameters.ts'
import { type Attempted, callEndpoint, type ProviderTools, randomHex, secretOf } from './ProviderTools.ts'
import { claimsBesideTokens, tokensOf } from './tokenMembers.ts'

/** A token and the secret that signs with it. */
interface TokenPair {
  readonly token: string
  readonly secret: string
}

/** A call that is signed. */
interface SignedCall {
  readonly method: 'GET' | 'POST'
  readonly name: string
  readonly url: string | undefined
  readonly format: Endpoint['format']
  readonly token: TokenPair | undefined
  /** `oauth_callback` or `oauth_verifier`. */
  readonly more: ReadonlyArray<Pair>
}

const call = (tools: ProviderTools, plan: IdentityProviderPlan, signed: SignedCall): Attempted<JsonObject> =>
  Effect.gen(function* () {
    const { format, method, more, name, token, url } = signed
    if (url === undefined || !URL.canParse(url)) return yield* Effect.fail(missing(plan.id, `${name} that is a URL`))
    const consumerSecret = plan.clientSecret === undefined ? '' : yield* secretOf(tools, plan.clientSecret)
    const oauth: ReadonlyArray<Pair> = [
      ['oauth_consumer_key', plan.clientId],
      ['oauth_nonce', yield* randomHex],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', String(Math.floor((yield* Clock.currentTimeMillis) / 1000))],
      ...(token === undefined ? [] : [['oauth_token', token.token] as const]),
      ...more,
      ['oauth_version', '1.0']
    ]
    const tokenSecret = token?.secret ?? ''
    const signature = yield* signatureOf({ method, url, form: [], oauth }, { consumerSecret, tokenSecret })
    const secrets = [consumerSecret, tokenSecret, token?.token ?? '', signature, ...more.map(([, value]) => value)]
    const endpoint: Endpoint = { name, url, plan, format, knowsClients: token === undefined, secrets }
    const headers = [
      ['accept', format === 'Json' ? 'application/json' : '*/*'],
      ['user-agent', plan.userAgent ?? tools.userAgent],
      ['authorization', authorizationHeader(oauth, signature)]
    ] as const
    return yield* callEndpoint(tools, endpoint, { method, url, headers })
  })

const tokenIn = (members: JsonObject, name: string, url: string | undefined): Attempted<TokenPair> => {
  const token = textOf(members['oauth_token'])
  const secret = textOf(members['oauth_token_secret'])
  return token === undefined || secret === undefined
    ? Effect.fail(unreadable({ name, url: url ?? '' }, 'answered without a token and its secret'))
    : Effect.succeed({ token, secret })
}

/** A callback that names the journey: OAuth 1 has no `state`. */
const callbackOf = ({ redirectUri, state }: AuthorizationRequest): string => withParameters(redirectUri, { state })

/** Asks for a request token, and sends the browser along with it. Source: RFC 5849, sections 2.1 and 2.2. */
export const begin = (tools: ProviderTools, request: AuthorizationRequest): Attempted<AuthorizationAnswer> =>
  Effect.gen(function* () {
    const { provider } = request
    const { authorizationEndpoint, requestTokenEndpoint } = provider
    if (authorizationEndpoint === undefined) return yield* Effect.fail(missing(provider.id, 'authorization_endpoint'))
    const name = 'request_token_endpoint'
    const members = yield* call(tools, provider, {
      method: 'POST',
      name,
      url: requestTokenEndpoint,
      format: 'Default',
      token: undefined,
      more: [['oauth_callback', callbackOf(request)]]
    })
    if (textOf(members['oauth_callback_confirmed']) !== 'true') {
      const detail = 'answered without oauth_callback_confirmed=true: it does not speak OAuth 1.0a (RFC 5849)'
      return yield* Effect.fail(unreadable({ name, url: requestTokenEndpoint ?? '' }, detail))
    }
    const { secret, token } = yield* tokenIn(members, name, requestTokenEndpoint)
    return {
      _tag: 'AuthorizationPrepared',
      url: withParameters(authorizationEndpoint, { ...request.parameters, oauth_token: token }),
      memory: { requestToken: token, requestTokenSecret: secret }
    } as const
  })

/** What comes of the browser's return. Source: RFC 5849, section 2.3. */
export const redeem = (
  tools: ProviderTools,
  { memory, provider, returned }: RedemptionRequest
): Attempted<RedemptionAnswer> =>
  Effect.gen(function* () {
    const error = returnedError(returned, provider)
    if (error !== undefined) return yield* Effect.fail(error)
    // X sends `denied` with the request token when the person does not consent.
    if (returned['denied'] !== undefined) {
      return yield* Effect.fail(
        failed('ErrorReturned', 'Error: access_denied,Error Description: the user did not consent', 'access_denied')
      )
    }
    const verifier = returned['oauth_verifier']
    if (verifier === undefined || verifier === '') {
      return yield* Effect.fail(failed('AnswerUnreadable', 'the provider sent no "oauth_verifier" back'))
    }
    const { requestToken = '', requestTokenSecret = '' } = memory
    if (requestToken === '' || returned['oauth_token'] !== requestToken) {
      return yield* Effect.fail(
        failed('TokenInvalid', 'the "oauth_token" that came back is not the request token of this journey')
      )
    }
    const name = 'access_token_endpoint'
    const members = yield* call(tools, provider, {
      method: 'POST',
      name,
      url: provider.tokenEndpoint,
      format: 'Default',
      token: { token: requestToken, secret: requestTokenSecret },
      more: [['oauth_verifier', verifier]]
    })
    const token = yield* tokenIn(members, name, provider.tokenEndpoint)
    const more =
      provider.claimsEndpoint === undefined
        ? {}
        : yield* call(tools, provider, {
            method: 'GET',
            name: 'ClaimsEndpoint',
            url: provider.claimsEndpoint,
            format: 'Json',
            token,
            more: []
          })
    return {
      _tag: 'IdentityProved',
      claims: { ...claimsBesideTokens(members), ...more },
      tokens: tokensOf(members)
    } as const
  })
