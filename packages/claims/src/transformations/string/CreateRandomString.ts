/** CreateRandomString: a random GUID or integer. */
import {
  choice,
  defineTransformation,
  fail,
  flagOr,
  integerOr,
  optionalFormat,
  optionalInteger,
  output
} from '../../contract/index.ts'
import { base64OfText } from '../../text/base64.ts'
import { guidOf } from '../../text/guid.ts'
import { firstSeededInteger } from './seededRandom.ts'

const largestInt = 2_147_483_647

/** Source: claims-transformations 9; the maximum itself is not drawn, as with .NET's `Random.Next`. */
export const CreateRandomString = defineTransformation({
  method: 'CreateRandomString',
  aliases: ['GuidAndRandomGenerator'],
  family: 'string',
  summary: 'A random GUID or integer, formatted and encoded on request.',
  remarks: [
    'The value is made, then formatted, then encoded.',
    'With a seed the integer is the one that .NET gives for it, the same every time.'
  ],
  inputs: [],
  parameters: {
    randomGeneratorType: choice(['GUID', 'INTEGER'], 'What to make.'),
    stringFormat: optionalFormat('A format string, with {0} for the value.'),
    base64: flagOr(false, 'Whether to encode the result in base64.'),
    maximumNumber: integerOr(largestInt, 'For INTEGER: numbers are below it.'),
    seed: optionalInteger('For INTEGER: the same seed gives the same number.')
  },
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#createrandomstring',
  example: {
    inputs: {},
    parameters: { randomGeneratorType: 'INTEGER', stringFormat: 'OTP_{0}', maximumNumber: '1000', seed: '42' },
    outputs: { outputClaim: 'OTP_668' }
  },
  transform:
    ({ parameters: { base64, maximumNumber, randomGeneratorType, seed, stringFormat } }) =>
    (ambient) => {
      if (maximumNumber < 0) return fail('maximumNumber is negative')
      const value =
        randomGeneratorType === 'GUID'
          ? guidOf(ambient.randomBytes(16))
          : String(
              seed === undefined
                ? Math.floor(ambient.random() * maximumNumber)
                : firstSeededInteger(seed, maximumNumber)
            )
      const formatted = stringFormat?.apply([value]) ?? value
      return [base64 ? base64OfText(formatted) : formatted]
    }
})
