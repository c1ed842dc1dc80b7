/** What a profile and its discovery document say about an OpenID provider. Source: OpenID Connect Discovery, section 3. */
import type { JsonObject } from '@trustframe/claims'
import type { ProviderFailure } from '@trustframe/core/ports'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import { textOf } from './endpointAnswer.ts'
import { failed, missing } from './failures.ts'
import type { Attempted, ProviderTools } from './ProviderTools.ts'

/** Endpoints, issuer and keys of a provider; the profile's own word comes first. */
export interface OpenIdMetadata {
  readonly authorizationEndpoint: string | undefined
  readonly tokenEndpoint: string | undefined
  readonly userInfoEndpoint: string | undefined
  readonly keysUrl: string | undefined
  readonly issuer: string | undefined
}

/** A document that a provider publishes. */
export const readPublished = ({ documents }: ProviderTools, url: string, fresh: boolean): Attempted<JsonObject> =>
  Effect.mapError(documents.read(url, { fresh }), ({ message }) => failed('Unreachable', message))

const metadataIn = (document: JsonObject, plan: IdentityProviderPlan | undefined): OpenIdMetadata => ({
  authorizationEndpoint: plan?.authorizationEndpoint ?? textOf(document['authorization_endpoint']),
  tokenEndpoint: plan?.tokenEndpoint ?? textOf(document['token_endpoint']),
  userInfoEndpoint: plan?.claimsEndpoint ?? textOf(document['userinfo_endpoint']),
  keysUrl: plan?.keysUrl ?? textOf(document['jwks_uri']),
  issuer: plan?.issuer ?? textOf(document['issuer'])
})

/** The metadata of a profile; `fresh` when what was read before does not suffice. */
export const metadataOf = (
  tools: ProviderTools,
  plan: IdentityProviderPlan,
  fresh = false
): Attempted<OpenIdMetadata> =>
  plan.metadataUrl === undefined
    ? Effect.succeed(metadataIn({}, plan))
    : Effect.map(readPublished(tools, plan.metadataUrl, fresh), (document) => metadataIn(document, plan))

/** The metadata that an issuer publishes about itself (`DiscoverMetadataByTokenIssuer`). */
export const metadataOfIssuer = (tools: ProviderTools, issuer: string, fresh: boolean): Attempted<OpenIdMetadata> => {
  const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`
  return Effect.flatMap(readPublished(tools, url, fresh), (document) => {
    const metadata = metadataIn(document, undefined)
    return metadata.issuer === issuer
      ? Effect.succeed(metadata)
      : Effect.fail(failed('TokenInvalid', `the id token's issuer is "${issuer}", but ${url} names another one`))
  })
}

/** Neither the profile nor a discovery document says something. */
export const unsaid = (profile: string, name: string): ProviderFailure =>
  missing(profile, `${name}, nor has its discovery document`)

/** A member of the metadata that has to be there. */
export const needed = (
  { id }: IdentityProviderPlan,
  metadata: OpenIdMetadata,
  member: keyof OpenIdMetadata,
  name: string
): Attempted<string> => {
  const value = metadata[member]
  return value === undefined ? Effect.fail(unsaid(id, name)) : Effect.succeed(value)
}
