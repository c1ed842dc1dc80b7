/** Policies as the tests need them: profile `R` of the behavioural examples, called by step 2 of a journey. */
import { Scenario, type Situation } from '@trustframe/testing'

/** What differs from the usual profile. */
export interface ProfileParts {
  /** Over `ServiceUrl`, `AuthenticationType`, `AllowInsecureAuthInProduction`. */
  readonly metadata?: Readonly<Record<string, string>>
  readonly keys?: string
  readonly inputClaims?: string
  readonly outputClaims?: string
  readonly before?: string
  readonly after?: string
}

/** What differs from the usual policy. */
export interface PolicyParts {
  readonly attributes?: string
  readonly claimTypes?: string
  readonly transformations?: string
  /** Further technical profiles. */
  readonly profiles?: string
  readonly journeys?: string
  /** Elements that stand after the claims transformations. */
  readonly buildingBlocks?: string
  readonly subJourneys?: string
}

/** A string claim type, or one of another type. */
export const claimType = (id: string, dataType = 'string'): string =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType></ClaimType>`

const open = { ServiceUrl: 'https://api.test/p', AuthenticationType: 'None', AllowInsecureAuthInProduction: 'true' }

/** A RESTful technical profile. */
export const restful = (id: string, parts: ProfileParts = {}): string => `<TechnicalProfile Id="${id}">
  <DisplayName>${id}</DisplayName>
  <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine, Version=1.0.0.0" />
  <Metadata>
${Object.entries({ ...open, ...parts.metadata })
  .map(([key, value]) => `    <Item Key="${key}">${value}</Item>`)
  .join('\n')}
  </Metadata>
  ${parts.keys === undefined ? '' : `<CryptographicKeys>${parts.keys}</CryptographicKeys>`}
  ${parts.before ?? ''}
  ${parts.inputClaims === undefined ? '' : `<InputClaims>${parts.inputClaims}</InputClaims>`}
  ${parts.outputClaims === undefined ? '' : `<OutputClaims>${parts.outputClaims}</OutputClaims>`}
  ${parts.after ?? ''}
</TechnicalProfile>`

/** A step that calls a technical profile. */
export const exchangeStep = (order: number, technicalProfile: string): string =>
  `<OrchestrationStep Order="${order}" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="Exchange${order}" TechnicalProfileReferenceId="${technicalProfile}" /></ClaimsExchanges></OrchestrationStep>`

const issuer = `<TechnicalProfile Id="JwtIssuer"><DisplayName>Issuer</DisplayName><Protocol Name="None" /><OutputTokenFormat>JWT</OutputTokenFormat></TechnicalProfile>`

/** Makes a claim before `R` is called. */
const start = `<TechnicalProfile Id="Start"><DisplayName>Start</DisplayName>
  <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.ClaimsTransformationProtocolProvider, Web.TPEngine, Version=1.0.0.0" />
  <OutputClaims><OutputClaim ClaimTypeReferenceId="started" DefaultValue="yes" /></OutputClaims>
</TechnicalProfile>`

const journey = `<UserJourney Id="Journey"><OrchestrationSteps>
${exchangeStep(1, 'Start')}
${exchangeStep(2, 'R')}
<OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
</OrchestrationSteps></UserJourney>`

/** The text of a policy in which step 2 calls `R`. */
export const policyText = (
  r: ProfileParts = {},
  parts: PolicyParts = {}
): string => `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Test" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Test" ${parts.attributes ?? ''}>
  <BuildingBlocks>
    <ClaimsSchema>${claimType('started')}${claimType('name')}${claimType('age', 'int')}${parts.claimTypes ?? ''}</ClaimsSchema>
    ${parts.transformations === undefined ? '' : `<ClaimsTransformations>${parts.transformations}</ClaimsTransformations>`}
    ${parts.buildingBlocks ?? ''}
  </BuildingBlocks>
  <ClaimsProviders><ClaimsProvider><DisplayName>Test</DisplayName><TechnicalProfiles>
${start}
${restful('R', r)}
${issuer}
${parts.profiles ?? ''}
  </TechnicalProfiles></ClaimsProvider></ClaimsProviders>
  <UserJourneys>${parts.journeys ?? journey}</UserJourneys>
  ${parts.subJourneys === undefined ? '' : `<SubJourneys>${parts.subJourneys}</SubJourneys>`}
  <RelyingParty>
    <DefaultUserJourney ReferenceId="Journey" />
    <TechnicalProfile Id="PolicyProfile"><DisplayName>P</DisplayName><Protocol Name="OpenIdConnect" />
      <OutputClaims><OutputClaim ClaimTypeReferenceId="name" /></OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`

/** Takes `name` and `age` from the answer. */
export const nameAndAge = '<OutputClaim ClaimTypeReferenceId="name" /><OutputClaim ClaimTypeReferenceId="age" />'

/** A scenario around `R`. */
export const scenarioOf = (
  r: ProfileParts = {},
  parts: PolicyParts = {},
  situation: Partial<Situation> = {}
): Scenario => new Scenario({ policies: { 'Policy.xml': policyText(r, parts) }, ...situation })

/** Four messages of one's own, each of which names itself. */
export const fourMessages = {
  DefaultUserMessageIfRequestFailed: 'It failed.',
  UserMessageIfCircuitOpen: 'It takes a break.',
  UserMessageIfDnsResolutionFailed: 'It is not there.',
  UserMessageIfRequestTimeout: 'It is slow.'
} as const
