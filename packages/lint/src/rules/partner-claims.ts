/** Claims that a handler knows by name must be given. */
import type { PartnerClaimContract } from '@trustframe/plan/handlers'
import { type ClaimReference, keyOf, suggest, type TechnicalProfile } from '@trustframe/policy'
import { valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const nameOf = ({ claimTypeReferenceId, partnerClaimType }: ClaimReference): string =>
  (partnerClaimType ?? claimTypeReferenceId).value

const collectionOf = (
  profile: TechnicalProfile,
  collection: PartnerClaimContract['in']
): ReadonlyArray<ClaimReference> =>
  collection === 'InputClaims'
    ? profile.inputClaims
    : collection === 'OutputClaims'
      ? profile.outputClaims
      : profile.persistedClaims

/** Whether the metadata is such that the claim is used; it is when the metadata is missing, which is reported itself. */
const applies = ({ when }: PartnerClaimContract, profile: TechnicalProfile): boolean => {
  const value = when === undefined ? undefined : valueOf(profile, when.key)?.value
  if (when === undefined) return true
  return value !== undefined && when.values.some((wanted) => keyOf(wanted) === keyOf(value))
}

export const partnerClaims: Rule = {
  code: 'TF3109',
  name: 'partner-claims',
  title: 'claim that the handler needs is missing',
  severity: 'error',
  origin: 'b2c-fails',
  check: ({ running }, report) => {
    for (const { contract, profile } of running) {
      const known = (contract?.partnerClaims ?? []).filter((claim) => applies(claim, profile))
      for (const { in: collection, name, required, summary } of known) {
        const names = collectionOf(profile, collection).map(nameOf)
        if (!required || names.some((given) => keyOf(given) === keyOf(name))) continue
        const unknown = names.filter((given) => !known.some((claim) => keyOf(claim.name) === keyOf(given)))
        const near = suggest(name, unknown)
        report(profile.id.span, {
          message: `technical profile "${profile.id.value}" lacks the claim "${name}" among its ${collection}`,
          help:
            near === undefined
              ? `add one with PartnerClaimType="${name}": ${summary}`
              : `it has "${near}"; did you mean PartnerClaimType="${name}"?`
        })
      }
    }
  }
}
