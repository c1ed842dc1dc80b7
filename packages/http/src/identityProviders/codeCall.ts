/** Redeems an authorization code at the token endpoint. Sources: RFC 6749, section 4.1.3; oauth2-technical-profile. */
import type { JsonObject } from '@trustframe/claims'
import type { IdentityProviderPlan, KeyReference } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import * as Base64 from 'effect/encoding/Base64'
import * as Redacted from 'effect/Redacted'
import { encodeFormValue } from '../request/encode.ts'
import type { HeaderPair } from '../request/headers.ts'
import type { Endpoint } from './endpointAnswer.ts'
import { failed } from './failures.ts'
import { formOf, type Parameters, withParameters } from './parameters.ts'
import { type Attempted, callEndpoint, type ProviderTools, secretOf } from './ProviderTools.ts'

/** A code that came with the browser. */
export interface ReturnedCode {
  readonly code: string
  readonly redirectUri: string
}

/** How the client proves who it is. */
interface ClientProof {
  readonly headers: ReadonlyArray<HeaderPair>
  readonly parameters: Parameters
  readonly secret: string
}

/** Only so are forms and JSON asked for at once: GitHub answers with what it is asked for. */
const accepted: Readonly<Record<IdentityProviderPlan['accessTokenResponseFormat'], string>> = {
  Default: 'application/x-www-form-urlencoded, application/json;q=0.9, */*;q=0.1',
  Json: 'application/json',
  JsonP: 'application/json, text/javascript;q=0.9, */*;q=0.1'
}

const keyNeeded = (
  { id, tokenEndpointAuthMethod }: IdentityProviderPlan,
  key: KeyReference | undefined,
  name: string
): Attempted<KeyReference> =>
  key === undefined
    ? Effect.fail(
        failed(
          'KeyUnavailable',
          `TechnicalProfile "${id}" has no key "${name}", which ${tokenEndpointAuthMethod} needs`
        )
      )
    : Effect.succeed(key)

const proofOf = Effect.fnUntraced(function* (tools: ProviderTools, plan: IdentityProviderPlan, url: string) {
  const { clientId, clientIdParameter, clientSecret, clientSecretParameter, tokenSigningAlgorithm } = plan
  switch (plan.tokenEndpointAuthMethod) {
    case 'client_secret_post': {
      // Without a key this is a public client.
      const secret = clientSecret === undefined ? '' : yield* secretOf(tools, clientSecret)
      const parameters = { [clientIdParameter]: clientId, [clientSecretParameter]: secret }
      return { headers: [], parameters, secret } satisfies ClientProof
    }
    case 'client_secret_basic': {
      const secret = yield* secretOf(tools, yield* keyNeeded(plan, clientSecret, 'client_secret'))
      const credentials = Base64.encode(`${encodeFormValue(clientId)}:${encodeFormValue(secret)}`)
      return { headers: [['authorization', `Basic ${credentials}`]], parameters: {}, secret } satisfies ClientProof
    }
    case 'private_key_jwt': {
      const key = yield* keyNeeded(plan, plan.assertionSigningKey, 'assertion_signing_key')
      const assertion = yield* tools.idTokens
        .signAssertion({ key, algorithm: tokenSigningAlgorithm, clientId, audience: url })
        .pipe(Effect.mapError(({ message }) => failed('KeyUnavailable', message)))
      const secret = Redacted.value(assertion)
      const parameters = {
        [clientIdParameter]: clientId,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: secret
      }
      return { headers: [], parameters, secret } satisfies ClientProof
    }
  }
})

/** The members of the token response. */
export const redeemCode = (
  tools: ProviderTools,
  plan: IdentityProviderPlan,
  url: string,
  { code, redirectUri }: ReturnedCode
): Attempted<JsonObject> =>
  Effect.gen(function* () {
    const proof = yield* proofOf(tools, plan, url)
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...proof.parameters }
    const format = plan.accessTokenResponseFormat
    const endpoint: Endpoint = {
      name: 'token endpoint',
      url,
      plan,
      format,
      knowsClients: true,
      secrets: [code, proof.secret]
    }
    const headers = [['accept', accepted[format]], ['user-agent', tools.userAgent], ...proof.headers] as const
    return yield* callEndpoint(
      tools,
      endpoint,
      plan.tokenMethod === 'GET'
        ? { method: 'GET', url: withParameters(url, parameters), headers }
        : {
            method: 'POST',
            url,
            headers: [...headers, ['content-type', 'application/x-www-form-urlencoded']],
            body: formOf(parameters)
          }
    )
  })
