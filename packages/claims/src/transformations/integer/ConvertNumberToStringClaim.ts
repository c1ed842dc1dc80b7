/** ConvertNumberToStringClaim: the digits of a number. */
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 5; int claims are accepted, as an older draft has them. */
export const ConvertNumberToStringClaim = defineTransformation({
  method: 'ConvertNumberToStringClaim',
  family: 'integer',
  summary: 'The decimal digits of a number.',
  inputs: [claim('inputClaim', 'long', 'int')],
  parameters: {},
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/integer-transformations#convertnumbertostringclaim',
  example: { inputs: { inputClaim: '12334' }, parameters: {}, outputs: { outputClaim: '12334' } },
  transform: () => (value) => [String(value)]
})
