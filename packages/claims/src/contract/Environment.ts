/** What a claims transformation is compiled with: the policy around it. */
import type { ClaimTable } from '../ClaimsBag.ts'
import type { Transformation } from './defineTransformation.ts'

/** An item of a claim type's restriction. */
export interface RestrictionItem {
  readonly text: string
  readonly value: string
  readonly selectByDefault?: boolean | undefined
}

/** The expressions without a colon that some parameters may hold: `{RelyingPartyTenantId}` (claims-transformations 1.5). */
export interface Expressions {
  /** The technical profile that calls the transformation. */
  readonly TechnicalProfileId?: string | undefined
  readonly RelyingPartyTenantId?: string | undefined
  readonly TrustFrameworkTenantId?: string | undefined
  /** The name that an authenticator app shows. */
  readonly AuthenticatorIssuer?: string | undefined
}

/** The policy around a claims transformation, and the technical profile that calls it. */
export interface TransformationEnvironment {
  readonly claims: ClaimTable
  readonly expressions?: Expressions | undefined
  /** Whether a text satisfies the predicate validation of a claim type; `undefined` for a claim type without one. */
  readonly satisfiesPredicates?:
    | ((claimTypeId: string) => ((text: string, nowMillis: number) => boolean) | undefined)
    | undefined
  /** The options of a claim type in a language: its localized collection, else its own enumeration. */
  readonly restriction?:
    | ((claimTypeId: string, language: string | undefined) => ReadonlyArray<RestrictionItem>)
    | undefined
  /** The text of a localized string of the calling profile's content definition. */
  readonly localizedString?:
    | ((elementType: string, stringId: string, language: string | undefined) => string | undefined)
    | undefined
  /** Transformations of this runtime; they come before the built-in ones. */
  readonly own?: ReadonlyArray<Transformation> | undefined
}
