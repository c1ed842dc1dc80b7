/** Metadata with a choice of values must have one of them. */
import { keyOf } from '@trustframe/policy'
import { completes } from '../completes.ts'
import { metadataOf } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'
import { didYouMean, either } from '../words.ts'

export const metadataChoices: Rule = {
  ...completes('TF2002'),
  name: 'metadata-choices',
  checkProfile: (checked, report) => {
    for (const { key, type, value } of metadataOf(checked)) {
      if (type._tag !== 'OneOf' || type.values.some((allowed) => keyOf(allowed) === keyOf(value.value))) continue
      report(value.span, {
        message: `the metadata "${key}" cannot be "${value.value}"`,
        ...didYouMean(value, type.values, `write ${either(type.values)}`)
      })
    }
  }
}
