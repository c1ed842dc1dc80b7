/** The subject of a token is one of its claims. */
import { type ClaimReference, keyOf, type Policy } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { didYouMean } from '../words.ts'

/** The name of a claim in the token. */
const partnerName = (
  { claimTypes }: Policy,
  { claimTypeReferenceId, partnerClaimType }: ClaimReference,
  protocol: string | undefined
): string =>
  partnerClaimType?.value ??
  claimTypes
    .get(keyOf(claimTypeReferenceId.value))
    ?.defaultPartnerClaimTypes.find((item) => item.protocol.value === protocol)?.partnerClaimType.value ??
  claimTypeReferenceId.value

export const subjectNaming: Rule = {
  code: 'TF3701',
  name: 'subject-naming',
  title: 'subject that is no output claim',
  severity: 'error',
  origin: 'b2c-rejects',
  check: ({ policy }, report) => {
    const profile = policy.relyingParty?.technicalProfile
    const subject = profile?.subjectNamingInfo?.claimType
    if (profile === undefined || subject === undefined) return
    const names = profile.outputClaims.map((claim) => partnerName(policy, claim, profile.protocol?.name.value))
    if (names.some((name) => keyOf(name) === keyOf(subject.value))) return
    report(subject.span, {
      message: `SubjectNamingInfo names "${subject.value}", which is the name of no output claim in the token`,
      ...didYouMean(
        subject,
        names,
        `add PartnerClaimType="${subject.value}" to the output claim that identifies the user`
      )
    })
  }
}
