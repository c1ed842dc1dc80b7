/** Identity providers that believe whoever comes: the other side of a redirect in tests and scripts. */
import type { JsonObject } from '@trustframe/claims'
import { type AuthorizationRequest, IdentityProviders } from '@trustframe/core'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'

/** Who signs in at an identity provider. */
export class Identities extends Context.Service<
  Identities,
  {
    /** The parameters that the browser brings back after somebody with these claims signed in. */
    readonly signIn: (claims: JsonObject) => Effect.Effect<Readonly<Record<string, string>>>
  }
>()('trustframe/testing/Identities') {}

const authorizationUrl = ({ nonce, parameters, provider, redirectUri, state }: AuthorizationRequest): string => {
  const query = new URLSearchParams({
    client_id: provider.clientId,
    response_type: provider.responseType,
    redirect_uri: redirectUri,
    ...(provider.scope === undefined ? {} : { scope: provider.scope }),
    ...parameters,
    nonce,
    state
  })
  return `${provider.authorizationEndpoint ?? provider.metadataUrl ?? provider.requestTokenEndpoint ?? ''}?${query.toString()}`
}

/** Nothing is sent anywhere: a code stands for the claims of whoever signed in. */
export const layerIdentities: Layer.Layer<Identities | IdentityProviders> = Layer.effectContext(
  Effect.sync(() => {
    const signedIn = new Map<string, JsonObject>()
    const providers = IdentityProviders.of({
      begin: (request) =>
        Effect.succeed({ _tag: 'AuthorizationPrepared', url: authorizationUrl(request), memory: {} } as const),
      redeem: ({ returned: { code = '' } }) => {
        const claims = signedIn.get(code)
        return Effect.succeed(
          claims === undefined
            ? ({
                _tag: 'ProviderFailed',
                reason: 'ErrorReturned',
                error: 'invalid_grant',
                detail: 'nobody signed in with this code'
              } as const)
            : ({ _tag: 'IdentityProved', claims, tokens: { access_token: `token-of-${code}` } } as const)
        )
      }
    })
    const identities = Identities.of({
      signIn: (claims) =>
        Effect.sync(() => {
          const code = `code-${signedIn.size + 1}`
          signedIn.set(code, claims)
          return { code }
        })
    })
    return Context.make(IdentityProviders, providers).pipe(Context.add(Identities, identities))
  })
)
