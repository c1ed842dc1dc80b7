/** Metadata keys should be written as they are documented. */
import { keyOf } from '@trustframe/policy'
import { metadataContract } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'
import { writeInstead } from '../words.ts'

export const metadataCase: Rule = {
  code: 'TF3104',
  name: 'metadata-case',
  title: 'metadata key in another case',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ contract, profile }, report) => {
    if (contract === undefined) return
    for (const { key } of profile.metadata) {
      const known = metadataContract(contract, key.value)
      if (known === undefined || known.key.endsWith('*')) continue
      const spelling = [known.key, ...(known.aliases ?? [])].find((name) => keyOf(name) === keyOf(key.value))
      if (spelling === undefined || spelling === key.value) continue
      report(key.span, {
        message: `the metadata "${key.value}" is documented as "${spelling}"`,
        help: 'whether another case is read is not documented',
        fix: writeInstead(key.span, spelling)
      })
    }
  }
}
