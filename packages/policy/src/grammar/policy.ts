/** The grammar of a `TrustFrameworkPolicy`, schema 0.3.0.0 (policy-language.md section 1). */
import { buildingBlocks } from './buildingBlocks.ts'
import { child, element, group, optional, required, text, unique } from './ElementRule.ts'
import { relyingParty } from './relyingParty.ts'
import { claimsProviders } from './technicalProfile.ts'
import { subJourneys, userJourneys } from './userJourney.ts'
import { guid, policyId, policyIdPattern, schemaVersion, tenantId } from './values.ts'
import { anyText, int, matching, oneOf, uri } from './ValueType.ts'

/** The namespace of all elements. */
export const policyNamespace = 'http://schemas.microsoft.com/online/cpim/schemas/2013/06'

/** The name of the root element. */
export const rootName = 'TrustFrameworkPolicy'

const policyConstraints = element({}, [
  child(
    'Inheritance',
    '?',
    element(
      { DerivingPolicies: required(anyText) },
      [
        child('Tenants', '?', group('Tenant', '+', element({ ReferenceId: required(guid) }))),
        child('ConstraintHandler', '?', element({ Id: required(anyText), Handler: required(anyText) }))
      ],
      { choice: true }
    )
  ),
  child(
    'RerouteRules',
    '?',
    element({ Type: required(anyText) }, [
      child(
        'RerouteRule',
        '*',
        element({
          PolicyId: required(policyIdPattern),
          Weight: optional(int),
          Match: optional(matching(/^[^]+$/, 'at least one character'))
        })
      )
    ])
  )
])

const contact = element({ Id: required(anyText) }, [
  child('DisplayName', '1', text(anyText)),
  child('TelephoneNumber', '1', text(anyText)),
  child('Email', '1', text(anyText)),
  child('Role', '1', text(anyText))
])

const documentReference = element({ Id: required(anyText) }, [
  child('DisplayName', '1', text(anyText)),
  child('Url', '1', text(uri))
])

/** `TrustFrameworkPolicy`. */
export const policy = element(
  {
    PolicySchemaVersion: required(schemaVersion),
    TenantId: required(tenantId),
    TenantObjectId: optional(guid),
    PolicyId: required(policyId),
    PublicPolicyUri: required(uri),
    StateTableName: optional(anyText),
    DeploymentMode: optional(oneOf('Development', 'Production', 'Debugging')),
    UserJourneyRecorderEndpoint: optional(anyText)
  },
  [
    child(
      'BasePolicy',
      '?',
      element({}, [child('TenantId', '1', text(tenantId)), child('PolicyId', '1', text(policyId))]),
      'base'
    ),
    child('PolicyConstraints', '?', policyConstraints),
    child('Contacts', '?', group('Contact', '*', contact, { by: ['Id'] }), 'merge'),
    child(
      'DocumentReferences',
      '?',
      group('DocumentReference', '*', documentReference, { by: ['Id'] }, [unique('DocumentReference')]),
      'merge'
    ),
    child('BuildingBlocks', '?', buildingBlocks, 'merge'),
    child('ClaimsProviders', '?', claimsProviders, 'merge'),
    child('UserJourneys', '?', userJourneys, 'merge'),
    child('SubJourneys', '?', subJourneys, 'merge'),
    child('RelyingParty', '?', relyingParty, 'relyingParty')
  ]
)
