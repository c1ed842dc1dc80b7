/** The contract of technical profiles that only transform claims. */
import { assertionMessages, claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { contentDefinition, item } from './rows.ts'

/** `Web.TPEngine.Providers.ClaimsTransformationProtocolProvider`: runs claims transformations. */
export const claimsTransformation = {
  name: 'ClaimsTransformationProtocolProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.ClaimsTransformationProtocolProvider',
  kind: 'local',
  runs: true,
  summary:
    'Runs its input claims transformations, sets the defaults of its output claims, and runs its output claims transformations.',
  source: 'claims-transformation-technical-profile',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'required',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item(
      'ContentDefinitionReferenceId',
      contentDefinition,
      'documented',
      'Where FormatLocalizedString, GetLocalizedStringsTransformation and GetMappedValueFromLocalizedCollection find their texts.'
    ),
    claimResolving,
    ...assertionMessages,
    ...enabling
  ]
} as const satisfies HandlerContract
