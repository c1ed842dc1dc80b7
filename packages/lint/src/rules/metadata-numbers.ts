/** Metadata that is a number must be one, in its range. */
import { completes } from '../completes.ts'
import { metadataOf } from '../metadataContract.ts'
import type { Rule } from '../Rule.ts'

export const metadataNumbers: Rule = {
  ...completes('TF2031'),
  name: 'metadata-numbers',
  checkProfile: (checked, report) => {
    for (const { key, type, value } of metadataOf(checked)) {
      if (type._tag !== 'Integer' || value.value === '') continue
      const { maximum, minimum } = type
      const number = /^[+-]?\d+$/.test(value.value) ? Number(value.value) : undefined
      if (number !== undefined && number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity)) continue
      const range =
        minimum === undefined
          ? ''
          : maximum === undefined
            ? ` of at least ${minimum}`
            : ` from ${minimum} to ${maximum}`
      report(value.span, {
        message: `the metadata "${key}" is "${value.value}", which is no whole number${range}`,
        help: 'write digits only'
      })
    }
  }
}
