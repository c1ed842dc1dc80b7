/** IsTermsOfUseConsentRequired: whether a user consented before the terms of use were changed, or never. */
import { compareInstants } from '../../convert/dates.ts'
import { claimOrNone, defineTransformation, instant, output } from '../../contract/index.ts'

/** Source: claims-transformations 3; a consent at the very instant of the update is enough. */
export const IsTermsOfUseConsentRequired = defineTransformation({
  method: 'IsTermsOfUseConsentRequired',
  family: 'date',
  summary: 'Whether a consent is missing, or earlier than the last change of the terms of use.',
  inputs: [claimOrNone('termsOfUseConsentDateTime', 'dateTime')],
  parameters: {
    termsOfUseTextUpdateDateTime: instant('When the terms of use were changed; UTC where no zone is given.')
  },
  outputs: [output('result', 'boolean')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/date-transformations#istermsofuseconsentrequired',
  example: {
    inputs: { termsOfUseConsentDateTime: '2020-03-09T09:15:00' },
    parameters: { termsOfUseTextUpdateDateTime: '2021-11-15T00:00:00' },
    outputs: { result: 'true' }
  },
  transform:
    ({ parameters: { termsOfUseTextUpdateDateTime } }) =>
    (consent) => [consent === undefined || compareInstants(consent, termsOfUseTextUpdateDateTime) < 0]
})
