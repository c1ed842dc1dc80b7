/** GetMappedValueFromLocalizedCollection: the value of a restriction's option, by its text. */
import { claimOrNone, defineTransformation, output } from '../../contract/index.ts'

/** Source: claims-transformations 9; texts are compared exactly, and no match writes nothing. */
export const GetMappedValueFromLocalizedCollection = defineTransformation({
  method: 'GetMappedValueFromLocalizedCollection',
  family: 'string',
  summary: 'The value of the option of the output claim whose text is the input.',
  remarks: [
    'The options are those of the localized collection of the language, else of the claim type itself.',
    'Without a matching option the output claim stays as it is.'
  ],
  inputs: [claimOrNone('mapFromClaim', 'string')],
  parameters: {},
  outputs: [output('restrictionValueClaim', 'string')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#getmappedvaluefromlocalizedcollection',
  example: {
    inputs: { mapFromClaim: 'B2C_V1_90001' },
    parameters: {},
    outputs: { restrictionValueClaim: 'You cannot sign in because you are a minor' }
  },
  transform: ({ environment, outputClaim }) => {
    const target = outputClaim('restrictionValueClaim')?.id ?? ''
    return (text, ambient) => [
      environment.restriction?.(target, ambient.uiLanguage).find((option) => option.text === text)?.value
    ]
  }
})
