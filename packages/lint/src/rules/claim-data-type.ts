/** A claim type needs a data type somewhere in the chain. */
import type { Rule } from '../Rule.ts'

export const claimDataType: Rule = {
  code: 'TF3401',
  name: 'claim-data-type',
  title: 'claim type without a data type',
  severity: 'warning',
  origin: 'b2c-fails',
  checkClaimType: ({ dataType, id }, report) => {
    if (dataType !== undefined) return
    report(id.span, {
      message: `claim type "${id.value}" has no data type, neither here nor in a base policy`,
      help: 'add <DataType>string</DataType>, or what it is'
    })
  }
}
