/** Metadata that a handler reads without an effect is better left out. */
import { metadataContract } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'

export const unusedMetadata: Rule = {
  code: 'TF3105',
  name: 'unused-metadata',
  title: 'metadata without an effect',
  severity: 'advice',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    if (contract === undefined) return
    for (const { key } of profile.metadata) {
      const known = metadataContract(contract, key.value)
      if (known?.unused !== true) continue
      report(key.span, {
        message: `the metadata "${key.value}" of ${contract.name} has no effect`,
        help: known.summary
      })
    }
  }
}
