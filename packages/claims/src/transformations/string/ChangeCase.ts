/** ChangeCase: a text in lower or upper case. */
import { choice, claim, defineTransformation, output } from '../../contract/index.ts'
import { toLowerInvariant, toUpperInvariant } from '../../text/ordinal.ts'

/** Source: claims-transformations 9; the invariant culture decides. */
export const ChangeCase = defineTransformation({
  method: 'ChangeCase',
  family: 'string',
  summary: 'A text in lower or upper case.',
  inputs: [claim('inputClaim1', 'string')],
  parameters: { toCase: choice(['LOWER', 'UPPER'], 'The case to change to.') },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#changecase',
  example: {
    inputs: { inputClaim1: 'SomeOne@contoso.com' },
    parameters: { toCase: 'LOWER' },
    outputs: { outputClaim: 'someone@contoso.com' }
  },
  transform: ({ parameters: { toCase } }) => {
    const change = toCase === 'LOWER' ? toLowerInvariant : toUpperInvariant
    return (value) => [change(value)]
  }
})
