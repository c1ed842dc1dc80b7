/** Asks the claims endpoint who the person is. Source: oauth2-technical-profile (user info endpoint metadata). */
import type { JsonObject } from '@trustframe/claims'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import { headerValueProblem } from '../request/headers.ts'
import { type Endpoint, textOf } from './endpointAnswer.ts'
import { unreadable } from './failures.ts'
import { withParameters } from './parameters.ts'
import { type Attempted, callEndpoint, type ProviderTools } from './ProviderTools.ts'

/** What the claims endpoint says about whoever the access token is for; `tokens` is the token response. */
export const fetchClaims = (
  tools: ProviderTools,
  plan: IdentityProviderPlan,
  url: string,
  tokens: JsonObject
): Attempted<JsonObject> => {
  const { bearerTokenTransmission, claimsEndpointAccessTokenName, claimsEndpointFormat, extraClaimsParameters } = plan
  const token = textOf(tokens['access_token']) ?? ''
  const endpoint: Endpoint = {
    name: 'claims endpoint',
    url,
    plan,
    format: plan.accessTokenResponseFormat === 'JsonP' ? 'JsonP' : 'Json',
    knowsClients: false,
    secrets: [token]
  }
  if (token === '' || headerValueProblem(token) !== undefined) {
    return Effect.fail(unreadable(endpoint, 'cannot be called: the provider gave no access token that can be sent'))
  }
  const byHeader = bearerTokenTransmission === 'AuthorizationHeader'
  const parameters = {
    ...Object.fromEntries(extraClaimsParameters.map((name) => [name, textOf(tokens[name])])),
    ...(claimsEndpointFormat === undefined ? {} : { [claimsEndpointFormat.name]: claimsEndpointFormat.value }),
    ...(byHeader ? {} : { [claimsEndpointAccessTokenName]: token })
  }
  return callEndpoint(tools, endpoint, {
    method: 'GET',
    url: withParameters(url, parameters),
    headers: [
      ['accept', 'application/json'],
      ['user-agent', plan.userAgent ?? tools.userAgent],
      ...(byHeader ? [['authorization', `Bearer ${token}`] as const] : [])
    ]
  })
}
