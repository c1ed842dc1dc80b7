/** StringReplace: a text with every occurrence of another replaced. */
import { claim, defineTransformation, fail, output, text } from '../../contract/index.ts'

/** Source: claims-transformations 9. */
export const StringReplace = defineTransformation({
  method: 'StringReplace',
  family: 'string',
  summary: 'A text with every occurrence of another one replaced.',
  remarks: ['Case matters. An empty oldValue fails.'],
  inputs: [claim('inputClaim', 'string')],
  parameters: { oldValue: text('The text to replace.'), newValue: text('What takes its place; it may be empty.') },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#stringreplace',
  example: {
    inputs: { inputClaim: '+164-411-452-054' },
    parameters: { oldValue: '-', newValue: '' },
    outputs: { outputClaim: '+164411452054' }
  },
  transform:
    ({ parameters: { newValue, oldValue } }) =>
    (value) =>
      oldValue === '' ? fail('oldValue is empty') : [value.replaceAll(oldValue, () => newValue)]
})
