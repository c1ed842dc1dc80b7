/** How a technical profile's claim references are bound to the slots of the claims bag. */
import type { ClaimSlot, ClaimValue, ResolverContext } from '@trustframe/claims'
import type { Origin } from './Origin.ts'

/**
 * A `DefaultValue`: a value that was converted to the claim's data type when the plan was made, or a text with claims
 * resolvers that is evaluated when it is needed.
 */
export type DefaultValue =
  | { readonly _tag: 'Constant'; readonly value: ClaimValue }
  | {
      readonly _tag: 'Resolved'
      readonly template: string
      readonly evaluate: (context: ResolverContext) => ClaimValue | undefined
    }

/** A claim reference bound to its slot. */
export interface ClaimBinding {
  readonly claim: ClaimSlot
  /** `PartnerClaimType`, else the claim type's default partner name for the protocol, else the claim type's id. */
  readonly partnerName: string
  readonly defaultValue: DefaultValue | undefined
  readonly alwaysUseDefaultValue: boolean
  readonly required: boolean
  /** The value is a credential: it is masked wherever people or machines read it. */
  readonly secret: boolean
  readonly origin: Origin
}
