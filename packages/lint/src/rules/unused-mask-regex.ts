/** A simple mask has no use for a regular expression. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const unusedMaskRegex: Rule = {
  code: 'TF3404',
  name: 'unused-mask-regex',
  title: 'mask whose regular expression is not used',
  severity: 'warning',
  origin: 'b2c-fails',
  checkClaimType: ({ id, mask }, report) => {
    if (mask?.regex === undefined || keyOf(mask.type.value) !== 'simple') return
    report(mask.regex.span, {
      message: `the mask of claim type "${id.value}" is of type Simple; its Regex is not used`,
      help: 'set Type to Regex, or remove the attribute'
    })
  }
}
