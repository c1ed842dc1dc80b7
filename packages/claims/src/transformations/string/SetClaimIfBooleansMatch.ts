/** SetClaimIfBooleansMatch: a constant text when a boolean claim has a given value. */
import { choice, claim, defineTransformation, output, text } from '../../contract/index.ts'

/** Source: claims-transformations 9. */
export const SetClaimIfBooleansMatch = defineTransformation({
  method: 'SetClaimIfBooleansMatch',
  family: 'string',
  summary: 'Sets a claim to a constant text when a boolean claim has a given value.',
  remarks: ['When it has the other value, the output claim stays as it is.'],
  inputs: [claim('claimToMatch', 'boolean')],
  parameters: {
    matchTo: choice(['true', 'false'], 'The value to match, in a parameter of data type string.'),
    outputClaimIfMatched: text('The text.')
  },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#setclaimifbooleansmatch',
  example: {
    inputs: { claimToMatch: 'true' },
    parameters: { matchTo: 'true', outputClaimIfMatched: 'Promotion code not found.' },
    outputs: { outputClaim: 'Promotion code not found.' }
  },
  transform:
    ({ parameters: { matchTo, outputClaimIfMatched } }) =>
    (value) => [String(value) === matchTo ? outputClaimIfMatched : undefined]
})
