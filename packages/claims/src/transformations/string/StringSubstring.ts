/** StringSubstring: a part of a text. */
import { claim, defineTransformation, fail, integer, output } from '../../contract/index.ts'

/** Source: claims-transformations 9; positions are UTF-16 units. */
export const StringSubstring = defineTransformation({
  method: 'StringSubstring',
  family: 'string',
  summary: 'A part of a text, by position and length.',
  remarks: ['A part that reaches beyond the text fails.'],
  inputs: [claim('inputClaim', 'string')],
  parameters: { startIndex: integer('Where the part begins, from 0.'), length: integer('How many characters it has.') },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#stringsubstring',
  example: {
    inputs: { inputClaim: '+1644114520' },
    parameters: { startIndex: '0', length: '2' },
    outputs: { outputClaim: '+1' }
  },
  transform:
    ({ parameters: { length, startIndex } }) =>
    (value) =>
      startIndex < 0 || length < 0 || startIndex + length > value.length
        ? fail(`the part from ${startIndex} of ${length} characters reaches beyond the text`)
        : [value.slice(startIndex, startIndex + length)]
})
