/** The URL that sends the browser to an identity provider. Sources: RFC 6749, section 4.1.1; OpenID Connect Core 3.1.2.1. */
import type { AuthorizationRequest } from '@trustframe/core/ports'
import { type Parameters, readAdditional, withParameters } from './parameters.ts'

/**
 * The parameters of the protocol, then those that the policy adds: scope, `AdditionalRequestQueryParameters` and input claims,
 * the later ones over the earlier ones. The policy cannot replace a parameter of the protocol.
 */
export const authorizationUrl = (
  endpoint: string,
  protocol: Parameters,
  { parameters, provider }: AuthorizationRequest,
  scope = provider.scope
): string => {
  const added: Parameters = { scope, ...readAdditional(provider.additionalRequestParameters), ...parameters }
  return withParameters(endpoint, { ...protocol, ...added, ...protocol })
}

/** What every request of OAuth 2 and OpenID Connect has. */
export const protocolParameters = ({ provider, redirectUri, state }: AuthorizationRequest): Parameters => ({
  [provider.clientIdParameter]: provider.clientId,
  redirect_uri: redirectUri,
  response_type: provider.responseType,
  state
})
