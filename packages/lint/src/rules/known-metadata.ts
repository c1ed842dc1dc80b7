/** Metadata keys must be ones that the handler knows: others are silently ignored. */
import { handlers } from '@trustframe/plan/handlers'
import { suggest } from '@trustframe/policy'
import { metadataContract, metadataKeys } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'
import { either, writeInstead } from '../words.ts'

export const knownMetadata: Rule = {
  code: 'TF3103',
  name: 'known-metadata',
  title: 'unknown metadata key',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ contract, profile }, report) => {
    if (contract === undefined) return
    for (const { key } of profile.metadata) {
      if (metadataContract(contract, key.value) !== undefined) continue
      const message = `${contract.name} has no metadata "${key.value}"; it is ignored`
      const meant = suggest(key.value, metadataKeys(contract))
      const others = handlers.filter((other) => metadataContract(other, key.value) !== undefined)
      if (others.length > 0) {
        report(key.span, {
          message,
          help: `it is metadata of ${either(others.slice(0, 3).map(({ name }) => name))}; remove it here`
        })
      } else if (meant === undefined) {
        report(key.span, { message, help: 'remove it, or look up the key in the documentation' })
      } else {
        report(key.span, { message, help: `did you mean "${meant}"?`, fix: writeInstead(key.span, meant) })
      }
    }
  }
}
