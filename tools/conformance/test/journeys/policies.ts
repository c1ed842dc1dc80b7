/** Small policies of our own for the generic person, and plans of them. */
import { compileJourney, type JourneyPlan } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'

/** What a policy is about; each part is XML. */
export interface Parts {
  readonly claims: string
  readonly predicates?: string
  readonly transformations?: string
  readonly controls?: string
  readonly profiles: string
  readonly steps: string
}

const handlers = {
  page: 'SelfAssertedAttributeProvider',
  transform: 'ClaimsTransformationProtocolProvider',
  otp: 'OneTimePasswordProtocolProvider',
  sspr: 'AadSsprProtocolProvider',
  mfa: 'AzureMfaProtocolProvider',
  phone: 'PhoneFactorProtocolProvider',
  captcha: 'CaptchaProvider',
  directory: 'AzureActiveDirectoryProvider'
} as const

/** A claim type; `more` is what follows its data type. */
export const claim = (id: string, more = '', dataType = 'string'): string =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType>${more}</ClaimType>`

/** A claim type with a control. */
export const field = (id: string, inputType: string, more = '', dataType = 'string'): string =>
  claim(id, `<UserInputType>${inputType}</UserInputType>${more}`, dataType)

/** A technical profile; `inner` is what follows its metadata. */
export const profile = (
  id: string,
  handler: keyof typeof handlers,
  metadata: Readonly<Record<string, string>>,
  inner = ''
): string =>
  `<TechnicalProfile Id="${id}"><DisplayName>${id}</DisplayName><Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.${handlers[handler]}, Web.TPEngine" /><Metadata>${Object.entries(
    metadata
  )
    .map(([key, value]) => `<Item Key="${key}">${value}</Item>`)
    .join('')}</Metadata>${inner}</TechnicalProfile>`

/** A page that asks for these claims, all of them required. */
export const asking = (id: string, claims: string, inner = ''): string =>
  profile(
    id,
    'page',
    { ContentDefinitionReferenceId: 'api.page' },
    `<OutputClaims>${claims
      .split(' ')
      .map((name) => `<OutputClaim ClaimTypeReferenceId="${name}" Required="true" />`)
      .join('')}</OutputClaims>${inner}`
  )

/** A step that runs one profile. */
export const exchange = (order: number, id: string): string =>
  `<OrchestrationStep Order="${order}" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="${id}" TechnicalProfileReferenceId="${id}" /></ClaimsExchanges></OrchestrationStep>`

/** The last step. */
export const send = (order: number): string =>
  `<OrchestrationStep Order="${order}" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`

const text = ({ claims, controls = '', predicates = '', profiles, steps, transformations = '' }: Parts) =>
  `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_P" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_P">
<BuildingBlocks><ClaimsSchema>${claim('objectId')}${claims}</ClaimsSchema>${predicates}${transformations === '' ? '' : `<ClaimsTransformations>${transformations}</ClaimsTransformations>`}
<ContentDefinitions><ContentDefinition Id="api.page"><LoadUri>~/x</LoadUri><RecoveryUri>~/x</RecoveryUri><DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.7</DataUri></ContentDefinition></ContentDefinitions>${controls === '' ? '' : `<DisplayControls>${controls}</DisplayControls>`}</BuildingBlocks>
<ClaimsProviders><ClaimsProvider><DisplayName>All</DisplayName><TechnicalProfiles>${profiles}
<TechnicalProfile Id="JwtIssuer"><DisplayName>Issuer</DisplayName><Protocol Name="OpenIdConnect" /><OutputTokenFormat>JWT</OutputTokenFormat><Metadata><Item Key="issuer_refresh_token_user_identity_claim_type">objectId</Item></Metadata></TechnicalProfile>
</TechnicalProfiles></ClaimsProvider></ClaimsProviders>
<UserJourneys><UserJourney Id="J"><OrchestrationSteps>${steps}</OrchestrationSteps></UserJourney></UserJourneys>
<RelyingParty><DefaultUserJourney ReferenceId="J" /><TechnicalProfile Id="PolicyProfile"><DisplayName>P</DisplayName><Protocol Name="OpenIdConnect" /><OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" /></OutputClaims><SubjectNamingInfo ClaimType="sub" /></TechnicalProfile></RelyingParty></TrustFrameworkPolicy>`

/** The plan of a policy, compiled anew at each call. */
export const planOf = (parts: Parts): JourneyPlan => {
  const { diagnostics, policy } = resolvePolicies([parsePolicy({ path: 'P.xml', text: text(parts) })]).effective(
    'B2C_1A_P'
  )
  const compiled = policy === undefined ? undefined : compileJourney(policy)
  const plan = compiled?.plan
  if (plan !== undefined) return plan
  throw new Error([...diagnostics, ...(compiled?.diagnostics ?? [])].map(({ message }) => message).join('\n'))
}
