/** Small policies for tests of the compiler, written as the parts that a test is about. */
import { type Diagnostic, parsePolicy, type Policy, resolvePolicies } from '@trustframe/policy'

/** The parts of a policy; each is XML. */
export interface Parts {
  readonly attributes?: string
  readonly claimTypes?: string
  /** `Predicates` and `PredicateValidations`. */
  readonly predicates?: string
  readonly transformations?: string
  /** `ContentDefinitions`, `Localization` and `DisplayControls`. */
  readonly content?: string
  readonly profiles?: string
  readonly journeys?: string
  readonly relyingParty?: string
}

/** Claim types of a data type, by their ids. */
export const claimTypes = (...claims: ReadonlyArray<string | readonly [string, string]>): string =>
  claims
    .map((claim) => {
      const [id, dataType] = typeof claim === 'string' ? [claim, 'string'] : claim
      return `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType></ClaimType>`
    })
    .join('\n')

const handlers = {
  restful: 'Web.TPEngine.Providers.RestfulProvider',
  selfAsserted: 'Web.TPEngine.Providers.SelfAssertedAttributeProvider',
  transform: 'Web.TPEngine.Providers.ClaimsTransformationProtocolProvider'
} as const

/** The `Protocol` of a handler, by its type. */
export const proprietary = (type: string): string =>
  `<Protocol Name="Proprietary" Handler="${type}, Web.TPEngine, Version=1.0.0.0" />`

/** What a technical profile says. */
export interface ProfileParts {
  readonly handler?: keyof typeof handlers
  /** The `Protocol` element, instead of a handler. */
  readonly protocol?: string
  readonly metadata?: Readonly<Record<string, string>>
  readonly keys?: Readonly<Record<string, string>>
  readonly inputClaims?: string
  readonly outputClaims?: string
  readonly more?: string
  /** Elements that stand before the input claims. */
  readonly before?: string
}

/** A technical profile. */
export const profile = (id: string, parts: ProfileParts = {}): string => {
  const items = Object.entries(parts.metadata ?? {}).map(([key, value]) => `<Item Key="${key}">${value}</Item>`)
  const keys = Object.entries(parts.keys ?? {}).map(([key, name]) => `<Key Id="${key}" StorageReferenceId="${name}" />`)
  return `<TechnicalProfile Id="${id}">
  <DisplayName>${id}</DisplayName>
  ${parts.protocol ?? proprietary(handlers[parts.handler ?? 'restful'])}
  ${items.length === 0 ? '' : `<Metadata>${items.join('')}</Metadata>`}
  ${keys.length === 0 ? '' : `<CryptographicKeys>${keys.join('')}</CryptographicKeys>`}
  ${parts.before ?? ''}
  ${parts.inputClaims === undefined ? '' : `<InputClaims>${parts.inputClaims}</InputClaims>`}
  ${parts.outputClaims === undefined ? '' : `<OutputClaims>${parts.outputClaims}</OutputClaims>`}
  ${parts.more ?? ''}
</TechnicalProfile>`
}

/** Metadata of a RESTful profile without authentication. */
export const open = {
  ServiceUrl: 'https://api.test/p',
  AuthenticationType: 'None',
  AllowInsecureAuthInProduction: 'true'
} as const

/** A journey of these steps. */
export const journey = (steps: string): string =>
  `<UserJourney Id="Journey"><OrchestrationSteps>${steps}</OrchestrationSteps></UserJourney>`

/** A step that calls a technical profile. */
export const exchangeStep = (order: number, technicalProfile: string, preconditions = ''): string =>
  `<OrchestrationStep Order="${order}" Type="ClaimsExchange">${preconditions}<ClaimsExchanges><ClaimsExchange Id="${technicalProfile}Exchange${order}" TechnicalProfileReferenceId="${technicalProfile}" /></ClaimsExchanges></OrchestrationStep>`

/** The last step. */
export const sendStep = (order: number): string => `<OrchestrationStep Order="${order}" Type="SendClaims" />`

/** The text of a policy. */
export const policyText = (parts: Parts): string => `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Test" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Test" ${parts.attributes ?? ''}>
<BuildingBlocks>
${parts.claimTypes === undefined ? '' : `<ClaimsSchema>${parts.claimTypes}</ClaimsSchema>`}
${parts.predicates ?? ''}
${parts.transformations === undefined ? '' : `<ClaimsTransformations>${parts.transformations}</ClaimsTransformations>`}
${parts.content ?? ''}
</BuildingBlocks>
${parts.profiles === undefined ? '' : `<ClaimsProviders><ClaimsProvider><DisplayName>Test</DisplayName><TechnicalProfiles>${parts.profiles}</TechnicalProfiles></ClaimsProvider></ClaimsProviders>`}
${parts.journeys === undefined ? '' : `<UserJourneys>${parts.journeys}</UserJourneys>`}
${parts.relyingParty ?? ''}
</TrustFrameworkPolicy>`

/** The policy of these parts; what is wrong with it as a document fails the test. */
export const policyOf = (parts: Parts): Policy => {
  const file = parsePolicy({ path: 'Policy.xml', text: policyText(parts) })
  const { diagnostics, policy } = resolvePolicies([file]).effective('B2C_1A_Test')
  const errors = [...file.diagnostics, ...diagnostics].filter(({ severity }) => severity === 'error')
  if (policy === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return policy
}

/** A finding as tests read it: code, message, and the text that it points at. */
export const shown = (diagnostics: ReadonlyArray<Diagnostic>): ReadonlyArray<readonly [string, string, string]> =>
  diagnostics.map(({ code, message, span }) => [code, message, span.source.text.slice(span.start, span.end)])
