/** The grammar of `BuildingBlocks` (policy-language.md section 2). */
import { child, element, group, optional, required, text, unique } from './ElementRule.ts'
import { preconditions } from './preconditions.ts'
import { contentUri, culture, dataType, mergeBehavior, protocolName } from './values.ts'
import { anyText, boolean, integer, oneOf } from './ValueType.ts'

const enumeration = text(anyText, {
  Text: required(anyText),
  Value: required(anyText),
  SelectByDefault: optional(boolean)
})

const idReference = element({ Id: required(anyText) })

const claimType = element(
  { Id: required(anyText), StatementType: optional(oneOf('Attribute', 'Authentication', 'Subject')) },
  [
    child('DisplayName', '?', text(anyText)),
    child('DataType', '?', text(dataType)),
    child(
      'DefaultPartnerClaimTypes',
      '*',
      group(
        'Protocol',
        '*',
        element({
          Name: required(protocolName),
          Handler: optional(anyText),
          PartnerClaimType: required(anyText)
        })
      )
    ),
    child('Mask', '?', text(anyText, { Type: required(oneOf('Simple', 'Regex')), Regex: optional(anyText) })),
    child('AdminHelpText', '?', text(anyText)),
    child('UserHelpText', '?', text(anyText)),
    child(
      'UserInputType',
      '?',
      text(
        oneOf(
          'TextBox',
          'EmailBox',
          'DateTimeDropdown',
          'RadioSingleSelect',
          'DropdownSingleSelect',
          'CheckboxMultiSelect',
          'Password',
          'Readonly',
          'Button',
          'Paragraph'
        )
      )
    ),
    child(
      'Restriction',
      '?',
      element(
        { MergeBehavior: optional(mergeBehavior) },
        [
          child('Enumeration', '*', enumeration),
          child('Pattern', '?', element({ RegularExpression: required(anyText), HelpText: optional(anyText) }))
        ],
        { choice: true }
      ),
      'mergeBehavior'
    ),
    child('InputValidationReference', '?', idReference),
    child('PredicateValidationReference', '?', idReference)
  ]
)

const predicate = element({ Id: required(anyText), Method: required(anyText), HelpText: optional(anyText) }, [
  child('UserHelpText', '?', text(anyText)),
  child('Parameters', '?', group('Parameter', '*', text(anyText, { Id: required(anyText) })))
])

const predicateReferences = element(
  { Id: optional(anyText), HelpText: optional(anyText), MatchAtLeast: optional(integer), Reject: optional(boolean) },
  [child('PredicateReference', '+', idReference)]
)

const inputValidation = element({ Id: required(anyText) }, [child('PredicateReferences', '*', predicateReferences)])

const predicateValidation = element({ Id: required(anyText) }, [
  child(
    'PredicateGroups',
    '*',
    group(
      'PredicateGroup',
      '+',
      element({ Id: required(anyText) }, [
        child('UserHelpText', '?', text(anyText)),
        child('PredicateReferences', '*', predicateReferences)
      ])
    )
  )
])

const transformationClaim = element({
  ClaimTypeReferenceId: required(anyText),
  TransformationClaimType: optional(anyText)
})

const claimsTransformation = element({ Id: required(anyText), TransformationMethod: required(anyText) }, [
  child('InputClaims', '?', group('InputClaim', '*', transformationClaim)),
  child(
    'InputParameters',
    '?',
    group(
      'InputParameter',
      '+',
      element({ Id: required(anyText), DataType: required(dataType), Value: required(anyText) })
    )
  ),
  child('OutputClaims', '?', group('OutputClaim', '+', transformationClaim))
])

const clientDefinition = element({ Id: required(anyText) }, [child('ClientUIFilterFlags', '1', text(anyText))])

const contentDefinition = element({ Id: required(anyText) }, [
  child('LoadUri', '?', element({}, [], { text: anyText, open: true })),
  child('RecoveryUri', '?', text(contentUri)),
  child('DataUri', '?', text(contentUri)),
  child(
    'Metadata',
    '?',
    group('Item', '+', text(anyText, { Key: required(anyText) }), { by: ['Key'] }, [
      unique('Item', 'Key', 'dictionary')
    ]),
    'merge'
  ),
  child(
    'LocalizedResourcesReferences',
    '?',
    element({ MergeBehavior: optional(mergeBehavior) }, [
      child(
        'LocalizedResourcesReference',
        '*',
        element({
          Language: required(culture),
          Url: optional(anyText),
          LocalizedResourcesReferenceId: optional(anyText)
        })
      )
    ]),
    'mergeBehavior'
  )
])

const localizedResources = element({ Culture: optional(culture), Id: optional(anyText) }, [
  child(
    'LocalizedCollections',
    '?',
    group(
      'LocalizedCollection',
      '*',
      element({ ElementType: required(anyText), ElementId: required(anyText), TargetCollection: required(anyText) }, [
        child('Item', '+', enumeration)
      ]),
      { by: ['ElementType', 'ElementId', 'TargetCollection'] }
    ),
    'merge'
  ),
  child(
    'LocalizedStrings',
    '?',
    group(
      'LocalizedString',
      '*',
      text(anyText, { ElementType: required(anyText), ElementId: optional(anyText), StringId: required(anyText) }),
      { by: ['ElementType', 'ElementId', 'StringId'] }
    ),
    'merge'
  )
])

const localization = element({ Enabled: optional(boolean) }, [
  child(
    'SupportedLanguages',
    '?',
    element(
      { DefaultLanguage: optional(culture), PolicyLanguage: optional(culture), MergeBehavior: optional(mergeBehavior) },
      [child('SupportedLanguage', '*', text(culture))]
    ),
    'mergeBehavior'
  ),
  child('LocalizedResources', '*', localizedResources, { by: ['Id'] })
])

const displayControlClaim = element({
  ClaimTypeReferenceId: optional(anyText),
  Required: optional(boolean),
  DefaultValue: optional(anyText),
  AlwaysUseDefaultValue: optional(boolean)
})

const displayControl = element(
  {
    Id: required(anyText),
    UserInterfaceControlType: required(
      oneOf('VerificationControl', 'QrCodeControl', 'AuthenticatorInfoControl', 'AuthenticatorAppIconControl')
    )
  },
  [
    child('InputClaims', '?', group('InputClaim', '*', displayControlClaim)),
    child(
      'DisplayClaims',
      '?',
      group(
        'DisplayClaim',
        '*',
        element({
          ClaimTypeReferenceId: optional(anyText),
          ControlClaimType: optional(anyText),
          Required: optional(boolean)
        })
      )
    ),
    child('OutputClaims', '?', group('OutputClaim', '*', displayControlClaim)),
    child(
      'Actions',
      '?',
      group(
        'Action',
        '*',
        element({ Id: required(anyText) }, [
          child(
            'ValidationClaimsExchange',
            '1',
            group(
              'ValidationClaimsExchangeTechnicalProfile',
              '+',
              element(
                {
                  TechnicalProfileReferenceId: required(anyText),
                  ContinueOnSuccess: optional(boolean),
                  ContinueOnError: optional(boolean)
                },
                [child('Preconditions', '*', preconditions)]
              )
            )
          )
        ])
      )
    )
  ]
)

/** `BuildingBlocks`. */
export const buildingBlocks = element({}, [
  child('ClaimsSchema', '?', group('ClaimType', '+', claimType, { by: ['Id'] }, [unique('ClaimType')]), 'merge'),
  child('Predicates', '?', group('Predicate', '*', predicate, { by: ['Id'] }, [unique('Predicate')]), 'merge'),
  child(
    'InputValidations',
    '?',
    group('InputValidation', '*', inputValidation, { by: ['Id'] }, [unique('InputValidation')]),
    'merge'
  ),
  child(
    'PredicateValidations',
    '?',
    group('PredicateValidation', '*', predicateValidation, { by: ['Id'] }, [unique('PredicateValidation')]),
    'merge'
  ),
  child(
    'ClaimsTransformations',
    '?',
    group('ClaimsTransformation', '*', claimsTransformation, { by: ['Id'] }, [unique('ClaimsTransformation')]),
    'merge'
  ),
  child(
    'ClientDefinitions',
    '?',
    group('ClientDefinition', '*', clientDefinition, { by: ['Id'] }, [unique('ClientDefinition')]),
    'merge'
  ),
  child(
    'ContentDefinitions',
    '?',
    group('ContentDefinition', '*', contentDefinition, { by: ['Id'] }, [unique('ContentDefinition')]),
    'merge'
  ),
  child('Localization', '?', localization, 'merge'),
  child(
    'DisplayControls',
    '?',
    group('DisplayControl', '*', displayControl, { by: ['Id'] }, [unique('DisplayControl', 'Id', 'dictionary')]),
    'merge'
  )
])
