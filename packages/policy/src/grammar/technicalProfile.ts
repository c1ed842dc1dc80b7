/** The grammar of `ClaimsProviders` and `TechnicalProfile` (policy-language.md section 3). */
import { child, element, group, optional, required, text, unique } from './ElementRule.ts'
import { preconditions } from './preconditions.ts'
import { protocolName, tokenFormat } from './values.ts'
import { anyText, boolean, int, nonEmpty, oneOf } from './ValueType.ts'

const reference = element({ ReferenceId: required(anyText) })

const domains = group('Domain', '+', text(nonEmpty(256)))

const claimReference = element(
  {
    ClaimTypeReferenceId: required(anyText),
    PartnerClaimType: optional(anyText),
    Required: optional(boolean),
    DefaultValue: optional(anyText),
    AlwaysUseDefaultValue: optional(boolean)
  },
  [child('From', '*', element({ TechnicalProfileReferenceId: required(anyText) }))]
)

const persistedClaim = element({
  ClaimTypeReferenceId: required(anyText),
  PartnerClaimType: optional(anyText),
  DefaultValue: optional(anyText),
  OverwriteIfExists: optional(boolean),
  AlwaysUseDefaultValue: optional(boolean)
})

const displayClaim = element({
  ClaimTypeReferenceId: optional(anyText),
  DisplayControlReferenceId: optional(anyText),
  Required: optional(boolean)
})

const validationTechnicalProfile = element(
  { ReferenceId: required(anyText), ContinueOnSuccess: optional(boolean), ContinueOnError: optional(boolean) },
  [child('Preconditions', '*', preconditions)]
)

const errorHandler = element({}, [
  child('ErrorResponseFormat', '?', text(oneOf('json'))),
  child('ResponseMatch', '1', text(anyText)),
  child('Action', '1', text(oneOf('Reauthenticate', 'InvalidClient'))),
  child('AdditionalRequestParameters', '*', text(anyText, { Key: required(anyText) }))
])

/** `CryptographicKeys`. */
export const cryptographicKeys = group(
  'Key',
  '+',
  element({ Id: required(anyText), StorageReferenceId: required(anyText) }),
  { by: ['Id'] }
)

const enabledForUserJourneys = oneOf(
  'true',
  'false',
  'OnClaimsExistence',
  'Always',
  'Never',
  'OnItemExistenceInStringCollectionClaim',
  'OnItemAbsenceInStringCollectionClaim'
)

/** `TechnicalProfile`. */
export const technicalProfile = element({ Id: required(anyText) }, [
  child('Domains', '?', domains),
  child('Domain', '?', text(anyText)),
  child('DisplayName', '?', text(anyText)),
  child('Description', '?', text(anyText)),
  child('Protocol', '?', element({ Name: required(protocolName), Handler: optional(anyText) })),
  child('InputTokenFormat', '?', text(tokenFormat)),
  child('OutputTokenFormat', '?', text(tokenFormat)),
  child('AssuranceLevelOfOutputClaims', '?', text(anyText)),
  child('RequiredAssuranceLevelsOfInputClaims', '?', group('RequiredAssuranceLevelOfInputClaims', '*', text(anyText))),
  child(
    'SubjectAuthenticationRequirements',
    '?',
    element({ TimeToLive: required(int), ResetExpiryWhenTokenIssued: optional(boolean) })
  ),
  child(
    'Metadata',
    '?',
    group('Item', '+', text(anyText, { Key: required(anyText) }), { by: ['Key'] }, [
      unique('Item', 'Key', 'dictionary')
    ]),
    'merge'
  ),
  child('CryptographicKeys', '?', cryptographicKeys, 'merge'),
  child(
    'Suppressions',
    '?',
    group('Item', '+', element({ Key: required(anyText), Value: required(anyText) }), { by: ['Key'] }),
    'merge'
  ),
  child('PreferredBinding', '?', text(anyText)),
  child('IncludeInSso', '?', text(boolean)),
  child(
    'InputTokenSources',
    '?',
    group('TechnicalProfile', '+', element({ Id: required(anyText) }), { by: ['Id'] }),
    'merge'
  ),
  child(
    'InputClaimsTransformations',
    '*',
    group('InputClaimsTransformation', '+', reference, { by: ['ReferenceId'] }),
    'merge'
  ),
  child('InputClaims', '?', group('InputClaim', '*', claimReference, { by: ['ClaimTypeReferenceId'] }), 'merge'),
  child(
    'DisplayClaims',
    '?',
    group('DisplayClaim', '*', displayClaim, { by: ['ClaimTypeReferenceId', 'DisplayControlReferenceId'] }),
    'merge'
  ),
  child(
    'PersistedClaims',
    '?',
    group('PersistedClaim', '*', persistedClaim, { by: ['ClaimTypeReferenceId'] }),
    'merge'
  ),
  child('OutputClaims', '?', group('OutputClaim', '*', claimReference, { by: ['ClaimTypeReferenceId'] }), 'merge'),
  child(
    'OutputClaimsTransformations',
    '*',
    group('OutputClaimsTransformation', '+', reference, { by: ['ReferenceId'] }),
    'merge'
  ),
  child(
    'ValidationTechnicalProfiles',
    '*',
    group('ValidationTechnicalProfile', '+', validationTechnicalProfile, { inFront: 'ReferenceId' }, [
      unique('ValidationTechnicalProfile', 'ReferenceId')
    ]),
    'merge'
  ),
  child(
    'SubjectNamingInfo',
    '?',
    element({
      ClaimType: required(anyText),
      NameQualifier: optional(anyText),
      SPNameQualifier: optional(anyText),
      Format: optional(anyText),
      SPProvidedID: optional(anyText),
      ExcludeAsClaim: optional(boolean)
    })
  ),
  child('Extensions', '?', element({}, [], { open: true })),
  child('IncludeClaimsFromTechnicalProfile', '?', text(anyText)),
  child('IncludeTechnicalProfile', '?', reference),
  child('UseTechnicalProfileForSessionManagement', '?', reference),
  child('ErrorHandlers', '?', group('ErrorHandler', '*', errorHandler)),
  child('EnabledForUserJourneys', '?', text(enabledForUserJourneys))
])

const claimsProvider = element({}, [
  child('Domains', '?', domains),
  child('Domain', '?', text(anyText)),
  child('DisplayName', '?', text(anyText)),
  child('TechnicalProfiles', '1', group('TechnicalProfile', '*', technicalProfile, { by: ['Id'] }), 'merge')
])

/** `ClaimsProviders`. */
export const claimsProviders = group('ClaimsProvider', '+', claimsProvider, 'claimsProviders', [
  unique('ClaimsProvider/TechnicalProfiles/TechnicalProfile')
])
