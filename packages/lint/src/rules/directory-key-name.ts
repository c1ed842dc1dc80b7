/** The claim that finds an account in the directory must be unique there. */
import { keyOf } from '@trustframe/policy'
import { holdsPlaceholder } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

/** Partner names of attributes that are unique in a tenant (technical-profiles.md section 2). */
const unique = [
  'objectId',
  'userPrincipalName',
  'signInNames',
  'alternativeSecurityId',
  'userIdentities',
  'strongAuthenticationEmailAddress'
]

const isUnique = (name: string): boolean =>
  unique.some((known) => keyOf(known) === keyOf(name)) || /^signInNames\./i.test(name)

export const directoryKeyName: Rule = {
  code: 'TF3110',
  name: 'directory-key-name',
  title: 'account is found by a claim that is not unique',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ contract, profile }, report) => {
    const [claim] = profile.inputClaims
    if (contract?.kind !== 'directory' || claim === undefined) return
    const { span, value } = claim.partnerClaimType ?? claim.claimTypeReferenceId
    if (isUnique(value) || holdsPlaceholder(value)) return
    report(span, {
      message: `technical profile "${profile.id.value}" finds the account by "${value}", which is not unique in the directory`,
      help: `give PartnerClaimType one of ${unique.join(', ')} or signInNames.…`
    })
  }
}
