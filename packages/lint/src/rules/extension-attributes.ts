/** Custom attributes need the ids of the extensions app. */
import { valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'
import { all } from '../words.ts'

export const extensionAttributes: Rule = {
  code: 'TF3112',
  name: 'extension-attributes',
  title: 'custom attribute without the extensions app',
  severity: 'error',
  origin: 'b2c-fails',
  check: ({ running }, report) => {
    for (const { contract, profile } of running) {
      if (contract?.kind !== 'directory') continue
      const missing = ['ApplicationObjectId', 'ClientId'].filter((key) => (valueOf(profile, key)?.value ?? '') === '')
      if (missing.length === 0) continue
      const custom = [...profile.persistedClaims, ...profile.outputClaims].find(
        ({ claimTypeReferenceId, partnerClaimType }) =>
          /^extension_/i.test((partnerClaimType ?? claimTypeReferenceId).value)
      )
      if (custom === undefined) continue
      report(custom.span, {
        message: `technical profile "${profile.id.value}" uses a custom attribute, and lacks the metadata ${all(missing)}`,
        help: 'set them to the ids of the app "b2c-extensions-app", best in AAD-Common, which the others include'
      })
    }
  }
}
