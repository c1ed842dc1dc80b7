/** GetLocalizedStringsTransformation: localized strings as claims. */
import { anyOutputs, defineTransformation } from '../../contract/index.ts'

const elementType = 'GetLocalizedStringsTransformationClaimType'

/** Source: claims-transformations 9. */
export const GetLocalizedStringsTransformation = defineTransformation({
  method: 'GetLocalizedStringsTransformation',
  family: 'string',
  summary: 'Localized strings, each in an output claim.',
  remarks: [
    `The TransformationClaimType of an output claim is the StringId of a LocalizedString with the ElementType ${elementType}.`,
    'The calling technical profile needs the metadata ContentDefinitionReferenceId.',
    'A string that is not there for the language leaves its claim as it is.'
  ],
  inputs: [],
  parameters: {},
  outputs: [anyOutputs('{StringId}', 'string')],
  errors: {},
  source:
    'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#getlocalizedstringstransformation',
  example: { inputs: {}, parameters: {}, outputs: { email_subject: 'Contoso account email verification code' } },
  transform:
    ({ environment, otherOutputs }) =>
    (ambient) => [otherOutputs.map(({ name }) => environment.localizedString?.(elementType, name, ambient.uiLanguage))]
})
