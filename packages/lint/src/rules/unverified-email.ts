/** An e-mail address that identifies an account must be verified. */
import { keyOf, remember, type TechnicalProfile } from '@trustframe/policy'
import type { CheckedPolicy, CheckedProfile } from '../CheckedPolicy.ts'
import { saysFalse, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

/** The keys of the claims that a technical profile stores as the sign-in name of a new account. */
const storedBy = remember(({ contract, profile }: CheckedProfile): ReadonlyArray<string> =>
  contract?.kind === 'directory' && keyOf(valueOf(profile, 'Operation')?.value ?? '') === 'write'
    ? profile.persistedClaims.flatMap(({ claimTypeReferenceId, partnerClaimType }) =>
        keyOf(partnerClaimType?.value ?? '') === 'signinnames.emailaddress' ? [keyOf(claimTypeReferenceId.value)] : []
      )
    : []
)

/** Claims that validations of a page store as the sign-in name of a new account. */
const storedAsSignInName = (policy: CheckedPolicy, page: TechnicalProfile): ReadonlyArray<string> =>
  page.validationTechnicalProfiles.flatMap(({ referenceId }) => {
    const validation = policy.profile(referenceId.value)
    return validation === undefined ? [] : storedBy(validation)
  })

const isVerified = ({ policy }: CheckedPolicy, page: TechnicalProfile, claim: string): boolean =>
  page.outputClaims.some(
    ({ claimTypeReferenceId, partnerClaimType }) =>
      keyOf(claimTypeReferenceId.value) === claim && keyOf(partnerClaimType?.value ?? '') === 'verified.email'
  ) ||
  page.displayClaims.some(({ displayControlReferenceId: id }) =>
    (id === undefined ? undefined : policy.displayControls.get(keyOf(id.value)))?.outputClaims.some(
      ({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId.value) === claim
    )
  )

export const unverifiedEmail: Rule = {
  code: 'TF3610',
  name: 'unverified-email',
  title: 'e-mail address that is not verified',
  severity: 'warning',
  origin: 'advice',
  check: (policy, report) => {
    for (const { contract, profile } of policy.profiles) {
      if (contract?.name !== 'SelfAssertedAttributeProvider') continue
      const enforced = valueOf(profile, 'EnforceEmailVerification')
      if (enforced !== undefined && saysFalse(enforced)) {
        report(enforced.span, {
          message: `page "${profile.id.value}" takes e-mail addresses without verifying them`,
          help: 'leave it out, unless the address is verified elsewhere'
        })
        continue
      }
      for (const claim of storedAsSignInName(policy, profile)) {
        // An input claim was there before the page, which only shows it.
        const before = profile.inputClaims.some(
          ({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId.value) === claim
        )
        const output = profile.outputClaims.find(
          ({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId.value) === claim
        )
        const shown = policy.policy.claimTypes.get(claim)?.userInputType
        const typed =
          profile.displayClaims.length === 0 ||
          profile.displayClaims.some(({ claimTypeReferenceId }) => keyOf(claimTypeReferenceId?.value ?? '') === claim)
        if (output === undefined || shown === undefined || keyOf(shown.value) === 'readonly' || !typed) continue
        if (isVerified(policy, profile, claim) || (before && keyOf(shown.value) === 'paragraph')) continue
        report(output.span, {
          message: `page "${profile.id.value}" makes an account for "${output.claimTypeReferenceId.value}", and does not verify the address`,
          help: 'add PartnerClaimType="Verified.Email", or use a verification control'
        })
      }
    }
  }
}
