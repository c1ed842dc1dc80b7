/** Cryptographic keys that a handler requires must be there. */
import { keyOf } from '@trustframe/policy'
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { saysFalse, valueOf } from '../profileMetadata.ts'

export const requiredKeys: Rule = {
  ...completes('TF2007'),
  name: 'required-keys',
  check: ({ running }, report) => {
    for (const { contract, profile } of running) {
      if (contract === undefined) continue
      const signs = contract.name === 'SAML2' && !saysFalse(valueOf(profile, 'WantsSignedRequests'))
      const needed = contract.keys.filter(({ id, required }) => required || (signs && id === 'SamlMessageSigning'))
      if (needed.length === 0) continue
      const given = new Set(profile.cryptographicKeys.map(({ id }) => keyOf(id.value)))
      // Without a secret, a client proves who it is by an assertion.
      const assertion = keyOf(valueOf(profile, 'token_endpoint_auth_method')?.value ?? '') === 'private_key_jwt'
      for (const { id } of needed) {
        const instead = assertion && id === 'client_secret' ? 'assertion_signing_key' : id
        if (given.has(keyOf(instead))) continue
        report(profile.id.span, {
          message: `technical profile "${profile.id.value}" lacks the key "${instead}", which ${contract.name} requires`,
          help: `add <Key Id="${instead}" StorageReferenceId="B2C_1A_…" />`
        })
      }
    }
  }
}
