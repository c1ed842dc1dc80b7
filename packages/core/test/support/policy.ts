/** Small policies for tests of journeys, written as the parts that a test is about, and compiled. */
import { compileJourney, type CompileEnvironment, type JourneyPlan } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'

/** The parts of a policy; each is XML. */
export interface Parts {
  readonly attributes?: string
  readonly claims: string
  /** `Predicates` and `PredicateValidations`. */
  readonly predicates?: string
  readonly transformations?: string
  /** `ContentDefinition` elements. */
  readonly content?: string
  readonly localization?: string
  readonly controls?: string
  readonly profiles: string
  readonly steps: string
  /** Attributes and first children of the user journey. */
  readonly journey?: { readonly attributes?: string; readonly before?: string }
  readonly subJourneys?: string
  readonly behaviors?: string
  readonly output?: string
  /** Inside `RelyingParty/TechnicalProfile`, before the output claims. */
  readonly input?: string
}

/** A claim type. */
export const claim = (id: string, more = '', dataType = 'string'): string =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType>${more}</ClaimType>`

/** A claim type that a page collects. */
export const field = (id: string, inputType = 'TextBox', more = '', dataType = 'string'): string =>
  claim(id, `<UserInputType>${inputType}</UserInputType>${more}`, dataType)

const handlers = {
  restful: 'Providers.RestfulProvider',
  selfAsserted: 'Providers.SelfAssertedAttributeProvider',
  transform: 'Providers.ClaimsTransformationProtocolProvider',
  directory: 'Providers.AzureActiveDirectoryProvider',
  otp: 'Providers.OneTimePasswordProtocolProvider',
  phone: 'Providers.PhoneFactorProtocolProvider',
  mfa: 'Providers.AzureMfaProtocolProvider',
  sspr: 'Providers.AadSsprProtocolProvider',
  context: 'Providers.UserJourneyContextProvider',
  access: 'Providers.ConditionalAccessProtocolProvider',
  insights: 'Providers.Insights.AzureApplicationInsightsProvider',
  noop: 'SSO.NoopSSOSessionProvider',
  session: 'SSO.DefaultSSOSessionProvider',
  external: 'SSO.ExternalLoginSSOSessionProvider'
} as const

/** What a technical profile says; lists of claims are XML or, without attributes, ids. */
export interface ProfileParts {
  readonly protocol?: string
  /** A name of `handlers`, or the type of a handler of one's own. */
  readonly handler?: string
  readonly format?: string
  readonly metadata?: Readonly<Record<string, string>>
  readonly keys?: Readonly<Record<string, string>>
  readonly before?: string
  readonly input?: string
  readonly display?: string
  readonly persisted?: string
  readonly output?: string
  readonly after?: string
  readonly validations?: string
  readonly session?: string
  readonly enabled?: string
}

const list = (name: string, item: string, claims: string | undefined): string => {
  if (claims === undefined) return ''
  const items = claims.includes('<')
    ? claims
    : claims
        .split(' ')
        .map((id) => `<${item} ClaimTypeReferenceId="${id}" />`)
        .join('')
  return `<${name}>${items}</${name}>`
}

const isHandler = (name: string): name is keyof typeof handlers => Object.hasOwn(handlers, name)

const protocolOf = ({ handler = 'restful', protocol }: ProfileParts): string => {
  if (protocol !== undefined) return `<Protocol Name="${protocol}" />`
  const type = isHandler(handler) ? `Web.TPEngine.${handlers[handler]}` : handler
  return `<Protocol Name="Proprietary" Handler="${type}, Web.TPEngine, Version=1.0.0.0" />`
}

const references = (name: string, item: string, ids: string | undefined): string =>
  ids === undefined
    ? ''
    : `<${name}>${ids
        .split(' ')
        .map((id) => `<${item} ReferenceId="${id}" />`)
        .join('')}</${name}>`

/** A technical profile. */
export const profile = (id: string, parts: ProfileParts = {}): string => {
  const items = Object.entries(parts.metadata ?? {}).map(([key, value]) => `<Item Key="${key}">${value}</Item>`)
  const keys = Object.entries(parts.keys ?? {}).map(([key, name]) => `<Key Id="${key}" StorageReferenceId="${name}" />`)
  return [
    `<TechnicalProfile Id="${id}"><DisplayName>${id}</DisplayName>`,
    protocolOf(parts),
    parts.format === undefined ? '' : `<OutputTokenFormat>${parts.format}</OutputTokenFormat>`,
    items.length === 0 ? '' : `<Metadata>${items.join('')}</Metadata>`,
    keys.length === 0 ? '' : `<CryptographicKeys>${keys.join('')}</CryptographicKeys>`,
    references('InputClaimsTransformations', 'InputClaimsTransformation', parts.before),
    list('InputClaims', 'InputClaim', parts.input),
    list('DisplayClaims', 'DisplayClaim', parts.display),
    list('PersistedClaims', 'PersistedClaim', parts.persisted),
    list('OutputClaims', 'OutputClaim', parts.output),
    references('OutputClaimsTransformations', 'OutputClaimsTransformation', parts.after),
    parts.validations === undefined
      ? ''
      : parts.validations.includes('<')
        ? `<ValidationTechnicalProfiles>${parts.validations}</ValidationTechnicalProfiles>`
        : references('ValidationTechnicalProfiles', 'ValidationTechnicalProfile', parts.validations),
    parts.session === undefined ? '' : `<UseTechnicalProfileForSessionManagement ReferenceId="${parts.session}" />`,
    parts.enabled === undefined ? '' : `<EnabledForUserJourneys>${parts.enabled}</EnabledForUserJourneys>`,
    '</TechnicalProfile>'
  ].join('\n')
}

/** A RESTful profile without authentication. */
export const rest = (id: string, parts: ProfileParts = {}): string =>
  profile(id, {
    ...parts,
    handler: 'restful',
    metadata: {
      ServiceUrl: 'https://api.test/p',
      AuthenticationType: 'None',
      AllowInsecureAuthInProduction: 'true',
      ...parts.metadata
    }
  })

/** A page. */
export const page = (id: string, parts: ProfileParts = {}): string =>
  profile(id, {
    ...parts,
    handler: 'selfAsserted',
    metadata: { ContentDefinitionReferenceId: 'api.page', ...parts.metadata }
  })

/** A profile that sets claims to defaults: `name=value name=value`. */
export const setting = (id: string, values: string): string =>
  profile(id, {
    handler: 'transform',
    output: values
      .split(' ')
      .map((pair) => {
        const [name, value] = pair.split('=')
        return `<OutputClaim ClaimTypeReferenceId="${name}" DefaultValue="${value}" AlwaysUseDefaultValue="true" />`
      })
      .join('')
  })

/** A precondition that skips its step or validation. */
export const skipIf = (type: 'ClaimsExist' | 'ClaimEquals', when: boolean, ...values: ReadonlyArray<string>): string =>
  `<Precondition Type="${type}" ExecuteActionsIf="${when}">${values.map((value) => `<Value>${value}</Value>`).join('')}<Action>Skip</Action></Precondition>`

/** Preconditions of a step. */
export const preconditions = (...items: ReadonlyArray<string>): string =>
  `<Preconditions>${items.join('')}</Preconditions>`

/** A step; `content` is what stands in it. */
export const step = (order: number, type: string, content = '', attributes = ''): string =>
  `<OrchestrationStep Order="${order}" Type="${type}" ${attributes}>${content}</OrchestrationStep>`

/** A step that runs profiles, each under its own id as the exchange's name. */
export const exchange = (order: number, profiles: string, before = ''): string =>
  step(
    order,
    'ClaimsExchange',
    `${before}<ClaimsExchanges>${profiles
      .split(' ')
      .map((id) => `<ClaimsExchange Id="${id}" TechnicalProfileReferenceId="${id}" />`)
      .join('')}</ClaimsExchanges>`
  )

/** The last step. */
export const send = (order: number, issuer = 'JwtIssuer', before = ''): string =>
  step(order, 'SendClaims', before, `CpimIssuerTechnicalProfileReferenceId="${issuer}"`)

const claims = (name: string, texts: string) =>
  texts === ''
    ? ''
    : `<${name}s>${texts
        .split(' ')
        .map((text) => {
          const [type, slot] = text.split(':')
          return `<${name} ClaimTypeReferenceId="${type}" TransformationClaimType="${slot}" />`
        })
        .join('')}</${name}s>`

/** A claims transformation: claims are `claim:slot`, parameters `id:dataType:value`. */
export const transformation = (
  id: string,
  method: string,
  {
    input = '',
    output = '',
    parameters = ''
  }: { readonly input?: string; readonly output?: string; readonly parameters?: string }
): string => {
  const items = parameters.split(' ').filter((text) => text !== '')
  return [
    `<ClaimsTransformation Id="${id}" TransformationMethod="${method}">`,
    claims('InputClaim', input),
    items.length === 0
      ? ''
      : `<InputParameters>${items
          .map((text) => {
            const [name, dataType, value] = text.split(':')
            return `<InputParameter Id="${name}" DataType="${dataType}" Value="${value}" />`
          })
          .join('')}</InputParameters>`,
    claims('OutputClaim', output),
    '</ClaimsTransformation>'
  ].join('\n')
}

/** A content definition of a self-asserted page. */
export const content = (id: string, more = '', element = 'selfasserted:2.1.7'): string =>
  `<ContentDefinition Id="${id}"><LoadUri>~/tenant/templates/AzureBlue/x.cshtml</LoadUri><RecoveryUri>~/common/default_page_error.html</RecoveryUri><DataUri>urn:com:microsoft:aad:b2c:elements:contract:${element}</DataUri>${more}</ContentDefinition>`

const wrap = (name: string, inner: string | undefined): string =>
  inner === undefined || inner === '' ? '' : `<${name}>${inner}</${name}>`

const jwtIssuer = profile('JwtIssuer', {
  protocol: 'OpenIdConnect',
  format: 'JWT',
  metadata: { issuer_refresh_token_user_identity_claim_type: 'objectId' },
  keys: { issuer_secret: 'B2C_1A_Sign', issuer_refresh_token_key: 'B2C_1A_Encrypt' }
})

/** The text of a policy. Claim `objectId`, page `api.page` and profile `JwtIssuer` are always there. */
export const policyText = (parts: Parts): string => `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" TenantObjectId="72f988bf-86f1-41af-91ab-2d7cd011db47" PolicyId="B2C_1A_Test"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Test" ${parts.attributes ?? ''}>
<BuildingBlocks>
<ClaimsSchema>${claim('objectId')}${parts.claims}</ClaimsSchema>
${parts.predicates ?? ''}
${wrap('ClaimsTransformations', parts.transformations)}
<ContentDefinitions>${content('api.page')}${parts.content ?? ''}</ContentDefinitions>
${parts.localization ?? ''}
${wrap('DisplayControls', parts.controls)}
</BuildingBlocks>
<ClaimsProviders><ClaimsProvider><DisplayName>Test</DisplayName><TechnicalProfiles>
${parts.profiles}
${jwtIssuer}
</TechnicalProfiles></ClaimsProvider></ClaimsProviders>
<UserJourneys><UserJourney Id="Journey" ${parts.journey?.attributes ?? ''}>${parts.journey?.before ?? ''}
<OrchestrationSteps>${parts.steps}</OrchestrationSteps></UserJourney></UserJourneys>
${wrap('SubJourneys', parts.subJourneys)}
<RelyingParty><DefaultUserJourney ReferenceId="Journey" />${wrap('UserJourneyBehaviors', parts.behaviors)}
<TechnicalProfile Id="PolicyProfile"><DisplayName>PolicyProfile</DisplayName><Protocol Name="OpenIdConnect" />
${list('InputClaims', 'InputClaim', parts.input)}
${list('OutputClaims', 'OutputClaim', parts.output ?? '<OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />')}
<SubjectNamingInfo ClaimType="sub" /></TechnicalProfile></RelyingParty>
</TrustFrameworkPolicy>`

/** The plan of a policy, or its errors thrown. */
export const compile = (parts: Parts, environment?: CompileEnvironment): JourneyPlan => {
  const file = parsePolicy({ path: 'Test.xml', text: policyText(parts) })
  const { diagnostics, policy } = resolvePolicies([file]).effective('B2C_1A_Test')
  if (policy === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const compiled = compileJourney(policy, undefined, environment)
  if (compiled.plan === undefined) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'))
  return compiled.plan
}

/** The errors of a policy that is not compiled: code and message. */
export const errorsOf = (parts: Parts): ReadonlyArray<string> => {
  const file = parsePolicy({ path: 'Test.xml', text: policyText(parts) })
  const { policy } = resolvePolicies([file]).effective('B2C_1A_Test')
  if (policy === undefined) throw new Error('the policy cannot be resolved')
  return compileJourney(policy)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message}`)
}
