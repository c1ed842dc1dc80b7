/** The enumerations and patterns of the schema (TrustFrameworkPolicy_0.3.0.0.xsd; policy-language.md). */
import { matching, oneOf } from './ValueType.ts'

/** `Protocol/@Name`. */
export const protocolName = oneOf(
  'None',
  'OAuth1',
  'OAuth2',
  'SAML2',
  'OpenIdConnect',
  'WsFed',
  'WsTrust',
  'UProve11',
  'Proprietary'
)

/** `ClaimType/DataType`, `InputParameter/@DataType`. */
export const dataType = oneOf(
  'boolean',
  'date',
  'dateTime',
  'duration',
  'int',
  'long',
  'string',
  'stringCollection',
  'alternativeSecurityIdCollection',
  'userIdentityCollection',
  'userIdentity',
  'phoneNumber',
  'objectIdentityCollection',
  'objectIdentity'
)

/** `@MergeBehavior`. */
export const mergeBehavior = oneOf('Append', 'Prepend', 'ReplaceAll')

/** A language tag. */
export const culture = matching(
  /^[a-z]{1,3}(-[a-zA-Z0-9]{2,4}){0,2}$/,
  'a language tag such as "en" or "pt-BR", its language in lower case'
)

/** `@TenantId`. */
export const tenantId = matching(
  /^[A-Za-z0-9.]{3,63}$/,
  'the name of a tenant: 3 to 63 letters, digits and dots, such as "contoso.onmicrosoft.com"'
)

/** `@PolicyId`. */
export const policyId = matching(
  /^[A-Za-z0-9_\-.]*[A-Za-z0-9_-]+$/,
  'a policy id: letters, digits, "_", "-" and ".", and no "." at the end'
)

/** A policy id that may hold parameters in braces. */
export const policyIdPattern = matching(/^[A-Za-z0-9_\-{}.]*[A-Za-z0-9_\-{}]+$/, 'a policy id, perhaps with parameters')

/** A GUID. */
export const guid = matching(
  /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/,
  'a GUID such as "00000000-0000-0000-0000-000000000000"'
)

/** `@PolicySchemaVersion`. */
export const schemaVersion = matching(/^[0-9]\.[0-9]\.[0-9]\.[0-9]$/, 'four digits with dots: "0.3.0.0"')

/** `JourneyInsights/@TelemetryVersion`. */
export const telemetryVersion = matching(/^[0-9]\.[0-9]\.[0-9]$/, 'three digits with dots: "1.0.0"')

const urlCharacter = String.raw`[\p{L}\p{N}\p{M}\p{S}.,@?^=%&:~+#\-_$!’();]`

/** `DataUri` and `RecoveryUri`: http, https, `~/…` or a URN. */
export const contentUri = matching(
  new RegExp(
    `^(?:(?:https?://|~/)(?:${urlCharacter}+/)*${urlCharacter}+/?|urn:[a-z0-9][a-z0-9-]{0,31}:[a-z0-9()+,/\\-.:=@;$_!*'%?#]+)$`,
    'u'
  ),
  'an address that begins with "https://", "http://", "~/" or "urn:"'
)

/** `InputTokenFormat`, `OutputTokenFormat`. */
export const tokenFormat = oneOf('JSON', 'JWT', 'SAML11', 'SAML2', 'CpimUnsigned', 'UProve11', 'OAuth2Error')
