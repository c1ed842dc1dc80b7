/** The port to verifying tokens that a request brings: `id_token_hint`, and bearer tokens of endpoint requests. */
import type { JsonObject } from '@trustframe/claims'
import type { TokenRulesPlan } from '@trustframe/plan/plan'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'

/** What came of verifying. Source: protocols section 11 (id_token_hint errors). */
export type TokenVerdict =
  | { readonly _tag: 'TokenAccepted'; readonly claims: JsonObject }
  | { readonly _tag: 'TokenExpired' }
  | { readonly _tag: 'TokenNotYetValid' }
  /** `expected` for the message. */
  | { readonly _tag: 'AudienceWrong'; readonly expected: ReadonlyArray<string> }
  | { readonly _tag: 'IssuerWrong'; readonly expected: ReadonlyArray<string> }
  | { readonly _tag: 'SignatureWrong' }
  /** No token at all, a claim that must be there is not, no key, or no metadata. */
  | { readonly _tag: 'TokenUnverifiable'; readonly detail: string }

/** Verifies JWTs by the rules of a technical profile: issuer, audience, times and signature. */
export class TokenVerifier extends Context.Service<
  TokenVerifier,
  {
    readonly verify: (rules: TokenRulesPlan, token: Redacted.Redacted) => Effect.Effect<TokenVerdict>
  }
>()('trustframe/TokenVerifier') {}
