/** Metadata that is true or false must say so. */
import { keyOf } from '@trustframe/policy'
import { completes } from '../completes.ts'
import { metadataOf } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'

const booleans: ReadonlySet<string> = new Set(['true', 'false', '1', '0', ''])

export const metadataBooleans: Rule = {
  ...completes('TF2003'),
  name: 'metadata-booleans',
  checkProfile: (checked, report) => {
    for (const { key, type, value } of metadataOf(checked)) {
      if (type._tag !== 'Boolean' || booleans.has(keyOf(value.value))) continue
      report(value.span, {
        message: `the metadata "${key}" is no boolean: "${value.value}"`,
        help: 'write true or false'
      })
    }
  }
}
