/** `IdentityProviders` over a `Transport`: OpenID Connect, OAuth 2 and OAuth 1 as a client. */
import {
  type AuthorizationAnswer,
  type AuthorizationRequest,
  DiscoveryDocuments,
  IdentityProviders,
  IdTokens,
  PolicyKeys,
  type RedemptionAnswer,
  type RedemptionRequest
} from '@trustframe/core/ports'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import type { OutboundRules } from '../outbound/OutboundRules.ts'
import { sendOutbound } from '../outbound/sendOutbound.ts'
import { Transport } from '../transport/Transport.ts'
import * as oauth1 from './oauth1.ts'
import * as oauth2 from './oauth2.ts'
import * as openIdConnect from './openIdConnect.ts'
import type { Attempted, ProviderTools } from './ProviderTools.ts'

/** How identity providers are called. Redirects of their endpoints are not followed. */
export interface IdentityProviderOptions extends OutboundRules {
  /** How long one request may take. Default: 10 seconds. */
  readonly timeLimit?: Duration.Input
  /** Largest answer, in bytes. Default: 1 MiB. */
  readonly maxBodyBytes?: number
  /** `User-Agent`, unless the profile has `UserAgentForClaimsExchange`. Default: `trustframe`. */
  readonly userAgent?: string
  /**
   * What becomes of an id token without a nonce that comes from the token endpoint: LinkedIn sends none, against OpenID
   * Connect Core 3.1.3.7. One that comes with the browser must have it. Default: `accept`.
   */
  readonly missingNonce?: 'accept' | 'refuse'
}

const begin = (tools: ProviderTools, request: AuthorizationRequest): Attempted<AuthorizationAnswer> => {
  switch (request.provider.protocol) {
    case 'OpenIdConnect':
      return openIdConnect.begin(tools, request)
    case 'OAuth2':
      return oauth2.begin(request)
    case 'OAuth1':
      return oauth1.begin(tools, request)
  }
}

const redeem = (tools: ProviderTools, request: RedemptionRequest): Attempted<RedemptionAnswer> => {
  switch (request.provider.protocol) {
    case 'OpenIdConnect':
      return openIdConnect.redeem(tools, request)
    case 'OAuth2':
      return oauth2.redeem(tools, request)
    case 'OAuth1':
      return oauth1.redeem(tools, request)
  }
}

/** An answer whatever happens, and a span around it. */
const answering =
  (name: string, id: string) =>
  <A>(attempted: Attempted<A>) =>
    attempted.pipe(
      Effect.tapError(({ reason }) => Effect.annotateCurrentSpan({ 'error.type': reason })),
      Effect.catch(Effect.succeed),
      Effect.withSpan(`IdentityProviders.${name}`, {
        kind: 'client',
        attributes: { 'trustframe.technical_profile': id }
      })
    )

/**
 * Calls identity providers over the `Transport` of the runtime. `layerDiscoveryDocuments` reads their documents; `IdTokens` is in
 * `@trustframe/tokens`.
 */
export const layerIdentityProviders = (
  options: IdentityProviderOptions = {}
): Layer.Layer<IdentityProviders, never, Transport | DiscoveryDocuments | PolicyKeys | IdTokens> =>
  Layer.effect(
    IdentityProviders,
    Effect.gen(function* () {
      const timeLimit = Duration.fromInputUnsafe(options.timeLimit ?? '10 seconds')
      const tools: ProviderTools = {
        send: sendOutbound(yield* Transport, options, {
          maxBodyBytes: options.maxBodyBytes ?? 1024 * 1024,
          redirects: 0,
          timeLimitMillis: Duration.toMillis(timeLimit)
        }),
        documents: yield* DiscoveryDocuments,
        keys: yield* PolicyKeys,
        idTokens: yield* IdTokens,
        userAgent: options.userAgent ?? 'trustframe',
        missingNonce: options.missingNonce ?? 'accept'
      }
      return IdentityProviders.of({
        begin: (request) => answering('begin', request.provider.id)(begin(tools, request)),
        redeem: (request) => answering('redeem', request.provider.id)(redeem(tools, request))
      })
    })
  )
