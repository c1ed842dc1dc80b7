/** The port to the id tokens of external identity providers, and to the assertions that a client signs for them. */
import type { JsonObject } from '@trustframe/claims'
import type { KeyReference } from '@trustframe/plan/plan'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'

/** Whose token is expected, and for whom. */
export interface IdTokenParties {
  /** One of these; the placeholder `{tenantid}` stands for the `tid` of the token. */
  readonly issuers: ReadonlyArray<string>
  /** Where there are any, the issuer has to begin with one of them instead (`ValidTokenIssuerPrefixes`). */
  readonly issuerPrefixes: ReadonlyArray<string>
  /** One of these has to be in `aud`. */
  readonly audiences: ReadonlyArray<string>
}

/** A code or access token that came with an id token, which holds its hash. Source: OpenID Connect Core 3.1.3.6, 3.3.2.11. */
export interface HashedCompanion {
  readonly hash: 'at_hash' | 'c_hash'
  readonly value: Redacted.Redacted
  /** Whether a token without the hash is refused. */
  readonly required: boolean
}

/** What an id token has to be. */
export interface IdTokenRules extends IdTokenParties {
  /** The provider's JSON Web Key Set. */
  readonly keys: JsonObject
  /** What the authorization request had; absent: any, or none. */
  readonly nonce: string | undefined
  readonly companions: ReadonlyArray<HashedCompanion>
}

/** What came of validating. Details name no token. */
export type IdTokenVerdict =
  | { readonly _tag: 'TokenAccepted'; readonly claims: JsonObject }
  /** By none of the keys: they may have been exchanged since they were read. */
  | { readonly _tag: 'SignatureUnverified'; readonly detail: string }
  | { readonly _tag: 'TokenRefused'; readonly detail: string }

/** What a token says of itself, before anything of it is verified. */
export interface TokenGlance {
  readonly issuer: string | undefined
  readonly issuerExpected: boolean
  readonly audienceExpected: boolean
}

/** An assertion with which a client proves who it is (`private_key_jwt`). Source: RFC 7523, section 3. */
export interface ClientAssertion {
  readonly key: KeyReference
  readonly algorithm: 'RS256' | 'RS512'
  readonly clientId: string
  /** The URL of the token endpoint. */
  readonly audience: string
}

/** The key of an assertion is missing, or cannot sign it. */
export class AssertionUnavailable extends Schema.TaggedError<AssertionUnavailable>()('AssertionUnavailable', {
  storageReferenceId: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `no client assertion can be signed with policy key "${this.storageReferenceId}": ${this.detail}`
  }
}

/** Validates id tokens and signs client assertions: all of JOSE that an adapter of identity providers needs. */
export class IdTokens extends Context.Service<
  IdTokens,
  {
    readonly validate: (token: Redacted.Redacted, rules: IdTokenRules) => Effect.Effect<IdTokenVerdict>
    /** To find out whose keys a token needs; `undefined` for what is no JSON Web Token. Nothing of it may become a claim. */
    readonly glance: (token: Redacted.Redacted, expected: IdTokenParties) => TokenGlance | undefined
    readonly signAssertion: (assertion: ClientAssertion) => Effect.Effect<Redacted.Redacted, AssertionUnavailable>
  }
>()('trustframe/IdTokens') {}
