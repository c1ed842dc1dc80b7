/** Validates the id token of a provider by the keys that it publishes now. Source: openid-connect-technical-profile. */
import type { JsonObject } from '@trustframe/claims'
import type { HashedCompanion, IdTokenParties } from '@trustframe/core/ports'
import type { IdentityProviderPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'
import { failed } from './failures.ts'
import { metadataOf, metadataOfIssuer, needed, readPublished, unsaid } from './openIdMetadata.ts'
import type { Attempted, ProviderTools } from './ProviderTools.ts'

/** An id token, and where it came from. */
export interface ReceivedToken {
  readonly token: Redacted.Redacted
  readonly nonce: string
  /** Directly from the token endpoint, not with the browser. */
  readonly direct: boolean
  readonly companions: ReadonlyArray<HashedCompanion>
}

/** Whose tokens a profile takes, and whose keys sign this one. */
interface Trust extends IdTokenParties {
  readonly keysUrl: string
}

const trustOf = Effect.fnUntraced(function* (
  tools: ProviderTools,
  plan: IdentityProviderPlan,
  token: Redacted.Redacted,
  fresh: boolean
) {
  const metadata = yield* metadataOf(tools, plan, fresh)
  const issuers = metadata.issuer === undefined ? [] : [metadata.issuer]
  if (issuers.length === 0 && plan.validIssuerPrefixes.length === 0)
    return yield* Effect.fail(unsaid(plan.id, 'issuer'))
  const parties = { issuers, issuerPrefixes: plan.validIssuerPrefixes, audiences: [plan.audience] }
  const keysOf = plan.discoverMetadataByTokenIssuer ? yield* metadataOfToken(tools, token, parties, fresh) : metadata
  return { ...parties, keysUrl: yield* needed(plan, keysOf, 'keysUrl', 'JWKS') } satisfies Trust
})

/** Nothing of the token is verified yet: only issuers that the profile accepts anyhow are asked. */
const metadataOfToken = (tools: ProviderTools, token: Redacted.Redacted, parties: IdTokenParties, fresh: boolean) => {
  const glance = tools.idTokens.glance(token, parties)
  if (glance?.issuer === undefined) return Effect.fail(failed('TokenInvalid', 'the id token names no issuer'))
  return glance.issuerExpected
    ? metadataOfIssuer(tools, glance.issuer, fresh)
    : Effect.fail(
        failed('TokenInvalid', `the id token has the issuer "${glance.issuer}", which the profile does not accept`)
      )
}

/** The claims of a token; keys are read anew, once, when those that are known do not verify it. */
export const validateToken = (
  tools: ProviderTools,
  plan: IdentityProviderPlan,
  received: ReceivedToken,
  fresh = false
): Attempted<JsonObject> =>
  Effect.gen(function* () {
    const { companions, direct, nonce, token } = received
    const { keysUrl, ...parties } = yield* trustOf(tools, plan, token, fresh)
    const keys = yield* readPublished(tools, keysUrl, fresh)
    const mayLackNonce = direct && tools.missingNonce === 'accept'
    const verdict = yield* tools.idTokens.validate(token, {
      ...parties,
      keys,
      nonce: mayLackNonce ? undefined : nonce,
      companions
    })
    switch (verdict._tag) {
      case 'SignatureUnverified':
        return fresh
          ? yield* Effect.fail(failed('TokenInvalid', verdict.detail))
          : yield* validateToken(tools, plan, received, true)
      case 'TokenRefused':
        return yield* Effect.fail(failed('TokenInvalid', verdict.detail))
      case 'TokenAccepted': {
        const found = verdict.claims['nonce']
        return found === undefined || found === nonce
          ? verdict.claims
          : yield* Effect.fail(failed('TokenInvalid', "the id token's nonce is not that of the authorization request"))
      }
    }
  })
