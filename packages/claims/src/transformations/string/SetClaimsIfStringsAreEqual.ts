/** SetClaimsIfStringsAreEqual: a message and a code when a text is the same as a constant. */
import { claim, defineTransformation, optionalOutput, optionalText, text } from '../../contract/index.ts'
import { equalOrdinal } from '../../text/ordinal.ts'
import { stringComparison } from './comparison.ts'

/** Source: claims-transformations 9; the message comes before the code, as the table and the unit test have it. */
export const SetClaimsIfStringsAreEqual = defineTransformation({
  method: 'SetClaimsIfStringsAreEqual',
  family: 'string',
  summary: 'Sets a message and a code when a text is the same as a constant.',
  remarks: ['When it differs, the message and the code stay as they are.'],
  inputs: [claim('inputClaim', 'string')],
  parameters: {
    matchTo: text('The constant.'),
    stringComparison,
    stringMatchMsg: optionalText('The text of outputClaim1 when the texts are the same.'),
    stringMatchMsgCode: optionalText('The text of outputClaim2 when the texts are the same.')
  },
  outputs: [
    optionalOutput('outputClaim1', 'string'),
    optionalOutput('outputClaim2', 'string'),
    optionalOutput('stringCompareResultClaim', 'boolean')
  ],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#setclaimsifstringsareequal',
  example: {
    inputs: { inputClaim: 'v1' },
    parameters: {
      matchTo: 'V1',
      stringComparison: 'ordinalIgnoreCase',
      stringMatchMsg: 'The TOS is upgraded to v2',
      stringMatchMsgCode: 'B2C_V1_90005'
    },
    outputs: {
      outputClaim1: 'The TOS is upgraded to v2',
      outputClaim2: 'B2C_V1_90005',
      stringCompareResultClaim: 'true'
    }
  },
  transform: ({ parameters }) => {
    const ignoreCase = parameters.stringComparison === 'OrdinalIgnoreCase'
    return (value) =>
      equalOrdinal(value, parameters.matchTo, ignoreCase)
        ? [parameters.stringMatchMsg, parameters.stringMatchMsgCode, true]
        : [undefined, undefined, false]
  }
})
