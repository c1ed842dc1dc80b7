/** A key that signs should not be used for anything else. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const sharedKeys: Rule = {
  code: 'TF3607',
  name: 'shared-keys',
  title: 'one policy key for several purposes',
  severity: 'warning',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    if (contract?.kind !== 'issuer') return
    for (const [index, { id, storageReferenceId }] of profile.cryptographicKeys.entries()) {
      const other = profile.cryptographicKeys
        .slice(0, index)
        .find((key) => keyOf(key.storageReferenceId.value) === keyOf(storageReferenceId.value))
      if (other === undefined || contract.name === 'SamlIssuer') continue
      report(storageReferenceId.span, {
        message: `"${profile.id.value}" uses the policy key "${storageReferenceId.value}" as "${id.value}" and as "${other.id.value}"`,
        help: 'a key that signs must be known to others, one that encrypts refresh tokens to nobody: use two keys',
        related: [{ message: 'it is used here too', span: other.storageReferenceId.span }]
      })
    }
  }
}
