/** The grammar of `UserJourneys` and `SubJourneys` (policy-language.md section 4). */
import { child, element, group, optional, required, text, unique } from './ElementRule.ts'
import { preconditions } from './preconditions.ts'
import { cryptographicKeys } from './technicalProfile.ts'
import { anyText, boolean, int, oneOf } from './ValueType.ts'

const orchestrationStep = element(
  {
    Order: required(int),
    Type: required(
      oneOf(
        'ConsentScreen',
        'ClaimsProviderSelection',
        'CombinedSignInAndSignUp',
        'ClaimsExchange',
        'ReviewScreen',
        'SendClaims',
        'GetClaims',
        'UserDialog',
        'InvokeSubJourney',
        'Noop'
      )
    ),
    ContentDefinitionReferenceId: optional(anyText),
    CpimIssuerTechnicalProfileReferenceId: optional(anyText)
  },
  [
    child('Preconditions', '*', preconditions, 'replaceWithWarning'),
    child(
      'ClaimsProviderSelections',
      '*',
      element({ DisplayOption: optional(oneOf('DoNotShowSingleProvider', 'ShowSingleProvider')) }, [
        child(
          'ClaimsProviderSelection',
          '+',
          element({ TargetClaimsExchangeId: optional(anyText), ValidationClaimsExchangeId: optional(anyText) }),
          { by: ['TargetClaimsExchangeId', 'ValidationClaimsExchangeId'] }
        )
      ]),
      'merge'
    ),
    child(
      'ClaimsExchanges',
      '*',
      element({ UserIdentity: optional(boolean) }, [
        child(
          'ClaimsExchange',
          '*',
          element({ Id: required(anyText), TechnicalProfileReferenceId: required(anyText) }),
          { by: ['Id'] }
        )
      ]),
      'merge'
    ),
    child(
      'JourneyList',
      '*',
      group('Candidate', '+', element({ SubJourneyReferenceId: required(anyText) }), { by: ['SubJourneyReferenceId'] }),
      'merge'
    )
  ]
)

const orchestrationSteps = group('OrchestrationStep', '+', orchestrationStep, { by: ['Order'] }, [
  unique('OrchestrationStep', 'Order'),
  unique('OrchestrationStep/ClaimsExchanges/ClaimsExchange')
])

const userJourney = element(
  {
    Id: required(anyText),
    NonInteractive: optional(boolean),
    DefaultCpimIssuerTechnicalProfileReferenceId: optional(anyText)
  },
  [
    child('AssuranceLevel', '?', text(anyText)),
    child('PreserveOriginalAssertion', '?', text(boolean)),
    child(
      'Authorization',
      '?',
      element({}, [
        child(
          'AuthorizationTechnicalProfiles',
          '?',
          group(
            'AuthorizationTechnicalProfile',
            '+',
            element({ ReferenceId: required(anyText) }),
            { by: ['ReferenceId'] },
            [unique('AuthorizationTechnicalProfile', 'ReferenceId')]
          ),
          'merge'
        )
      ]),
      'merge'
    ),
    child('OrchestrationSteps', '?', orchestrationSteps, 'merge'),
    child('ClientDefinition', '?', element({ ReferenceId: optional(anyText) })),
    child('CryptographicKeys', '?', cryptographicKeys, 'merge')
  ]
)

const subJourney = element({ Id: required(anyText), Type: required(oneOf('Transfer', 'Call')) }, [
  child('OrchestrationSteps', '?', orchestrationSteps, 'merge')
])

/** `UserJourneys`. */
export const userJourneys = group('UserJourney', '+', userJourney, { by: ['Id'] }, [unique('UserJourney')])

/** `SubJourneys`. */
export const subJourneys = group('SubJourney', '+', subJourney, { by: ['Id'] }, [unique('SubJourney')])
