/** Makes a policy of the fragments that a test or a page of the documentation shows. */
import { parseXml, sourceText, type XmlElement } from '@trustframe/policy'
import { baseText } from './base.ts'

const profileId = 'PolicyProfile'

/** Where the fragments of a name belong. */
const homes: Readonly<Record<string, readonly [outer: string, inner: string]>> = {
  ClaimType: ['BuildingBlocks', 'ClaimsSchema'],
  Predicate: ['BuildingBlocks', 'Predicates'],
  PredicateValidation: ['BuildingBlocks', 'PredicateValidations'],
  ClaimsTransformation: ['BuildingBlocks', 'ClaimsTransformations'],
  ContentDefinition: ['BuildingBlocks', 'ContentDefinitions'],
  DisplayControl: ['BuildingBlocks', 'DisplayControls'],
  UserJourney: ['', 'UserJourneys'],
  SubJourney: ['', 'SubJourneys']
}

const order = [
  'ClaimsSchema',
  'Predicates',
  'PredicateValidations',
  'ClaimsTransformations',
  'ContentDefinitions',
  'Localization',
  'DisplayControls'
]

/** An attribute's value; the marks of a test are no part of it. */
const attribute = (element: XmlElement, name: string): string =>
  (element.attributes.find((given) => given.name === name)?.value ?? '').replaceAll(/[«»]/g, '')

const relyingParty = (journey: string, profile: string): string => `<RelyingParty>
    <DefaultUserJourney ReferenceId="${journey}" />
    ${
      profile === ''
        ? `<TechnicalProfile Id="${profileId}">
      <DisplayName>Token</DisplayName>
      <Protocol Name="OpenIdConnect" />
      <OutputClaims>
        <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
      </OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>`
        : profile
    }
  </RelyingParty>`

/** The journey that runs the given technical profiles, each in a step of its own. */
const journeyOf = (profiles: ReadonlyArray<XmlElement>, text: string): string => {
  const used = (id: string) => new RegExp(`ReferenceId="${id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"`).test(text)
  const written = (element: XmlElement) => text.slice(element.span.start, element.span.end)
  const issuer = profiles.find((element) => /<OutputTokenFormat>/.test(written(element)))
  const exchanged = profiles.filter(
    (element) =>
      element !== issuer &&
      !/Web\.TPEngine\.SSO\./i.test(written(element)) &&
      !used(attribute(element, 'Id')) &&
      // What the base defines runs where the base runs it.
      !baseText.includes(`<TechnicalProfile Id="${attribute(element, 'Id')}"`)
  )
  const steps = ['SelfAsserted-SignIn', ...exchanged.map((element) => attribute(element, 'Id'))].map(
    (id, index) => `<OrchestrationStep Order="${index + 1}" Type="ClaimsExchange">
        <ClaimsExchanges><ClaimsExchange Id="Exchange${index + 1}" TechnicalProfileReferenceId="${id}" /></ClaimsExchanges>
      </OrchestrationStep>`
  )
  const by = issuer === undefined ? 'JwtIssuer' : attribute(issuer, 'Id')
  return `<UserJourney Id="Given"><OrchestrationSteps>
      ${steps.join('\n      ')}
      <OrchestrationStep Order="${steps.length + 1}" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="${by}" />
    </OrchestrationSteps></UserJourney>`
}

/**
 * The text of a policy that derives from the base and holds the fragments. Technical profiles run in a journey that is made for
 * them, unless the fragments say which; orchestration steps become a journey. A whole policy stays as it is.
 */
export const compose = (fragments: string): string => {
  if (/^\s*(?:<\?xml[^]*?\?>\s*)?(?:<!--[^]*?-->\s*)*<(?:\w+:)?TrustFrameworkPolicy/.test(fragments)) return fragments
  const wrapped = `<Fragments>${fragments}</Fragments>`
  const elements = parseXml(sourceText('', wrapped)).root?.children ?? []
  let at = '<Fragments>'.length
  const pieces = elements.map((element) => {
    // What stands in front of an element, such as a comment, goes with it.
    const text = wrapped.slice(at, element.span.end)
    at = element.span.end
    return { element, text }
  })
  const named = (name: string) => pieces.filter(({ element }) => element.name === name)
  const textOf = (name: string) =>
    named(name)
      .map(({ text }) => text)
      .join('')

  const profiles = named('TechnicalProfile').filter(({ element }) => attribute(element, 'Id') !== profileId)
  const ofParty = named('TechnicalProfile').find(({ element }) => attribute(element, 'Id') === profileId)
  const steps = textOf('OrchestrationStep')
  const [firstJourney] = named('UserJourney')
  const journey =
    steps !== ''
      ? `<UserJourney Id="Given"><OrchestrationSteps>${steps}</OrchestrationSteps></UserJourney>`
      : firstJourney === undefined && profiles.length > 0
        ? journeyOf(
            profiles.map(({ element }) => element),
            wrapped
          )
        : ''
  const started =
    firstJourney === undefined ? (journey === '' ? 'SignIn' : 'Given') : attribute(firstJourney.element, 'Id')

  const groups = new Map<string, string>()
  for (const [name, [outer, inner]] of Object.entries(homes)) {
    const text = textOf(name) + (name === 'UserJourney' ? journey : '')
    if (text !== '') groups.set(`${outer}/${inner}`, `<${inner}>${text}</${inner}>`)
  }
  const blocks = order
    .map((name) => (name === 'Localization' ? textOf(name) : (groups.get(`BuildingBlocks/${name}`) ?? '')))
    .join('')
  const providers = profiles.map(({ text }) => text).join('')
  const party = textOf('RelyingParty')
  return `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Given"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Given">
  <BasePolicy><TenantId>contoso.onmicrosoft.com</TenantId><PolicyId>B2C_1A_Base</PolicyId></BasePolicy>
  ${blocks === '' ? '' : `<BuildingBlocks>${blocks}</BuildingBlocks>`}
  ${providers === '' ? '' : `<ClaimsProviders><ClaimsProvider><DisplayName>Given</DisplayName><TechnicalProfiles>${providers}</TechnicalProfiles></ClaimsProvider></ClaimsProviders>`}
  ${groups.get('/UserJourneys') ?? ''}
  ${groups.get('/SubJourneys') ?? ''}
  ${party === '' ? relyingParty(started, ofParty?.text ?? '') : party}
</TrustFrameworkPolicy>
`
}
