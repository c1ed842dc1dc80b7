import { describe, expect, it } from 'vitest'
import { positionOf } from '../../src/index.ts'
import { plain } from '../support/plain.ts'
import { effectivePolicy, parse, profile } from '../support/policies.ts'

const blocks = (content: string) => effectivePolicy(`<BuildingBlocks>${content}</BuildingBlocks>`)

const claimType = (content: string) =>
  blocks(`<ClaimsSchema><ClaimType Id=" Email ">${content}</ClaimType></ClaimsSchema>`).claimTypes.get('email')

const read = (content: string) => effectivePolicy(profile(content)).technicalProfiles.get('p')

const references = (attributes: string) =>
  `<PredicateReferences ${attributes}><PredicateReference Id="p"/><PredicateReference Id="q"/></PredicateReferences>`

const group = (matchAtLeast: string, reject?: string) => ({
  id: 'g',
  userHelpText: 'help',
  references: [{ matchAtLeast, reject, predicateIds: ['p', 'q'] }]
})

const claims = (attributes: string) =>
  read(`<InputClaims><InputClaim ClaimTypeReferenceId="a" ${attributes}/></InputClaims>`)

describe('a claim type', () => {
  it('has everything that a page needs', () => {
    expect(
      plain(
        claimType(
          '<DisplayName> E-mail </DisplayName><DataType>string</DataType>' +
            '<DefaultPartnerClaimTypes><Protocol Name="OAuth2" PartnerClaimType="email"/></DefaultPartnerClaimTypes>' +
            '<Mask Type="Regex" Regex="(?&lt;=.).">*</Mask><AdminHelpText>admin</AdminHelpText>' +
            '<UserHelpText>user</UserHelpText><UserInputType>TextBox</UserInputType>' +
            '<Restriction><Pattern RegularExpression="^.+$" HelpText="no"/></Restriction>' +
            '<InputValidationReference Id="i"/><PredicateValidationReference Id="v"/>'
        )
      )
    ).toEqual({
      id: 'Email',
      displayName: 'E-mail',
      dataType: 'string',
      defaultPartnerClaimTypes: [{ protocol: 'OAuth2', partnerClaimType: 'email' }],
      mask: { type: 'Regex', regex: '(?<=.).', text: '*' },
      adminHelpText: 'admin',
      userHelpText: 'user',
      userInputType: 'TextBox',
      enumerations: [],
      pattern: { regularExpression: '^.+$', helpText: 'no' },
      inputValidationReference: 'i',
      predicateValidationReference: 'v'
    })
  })

  it('may have nothing', () => {
    expect(plain(claimType(''))).toMatchObject({ id: 'Email', displayName: undefined, enumerations: [] })
  })

  it('keeps the white space of options', () => {
    const option = '<Restriction><Enumeration Text=" a " Value=" " SelectByDefault="1"/></Restriction>'
    expect(plain(claimType(option)?.enumerations)).toEqual([{ text: ' a ', value: ' ', selectByDefault: true }])
  })
})

describe('predicates', () => {
  it('take the help text of the element before that of the attribute', () => {
    const { predicates } = blocks(
      '<Predicates><Predicate Id="p" Method="IsLengthRange" HelpText="attribute"><UserHelpText>element</UserHelpText>' +
        '<Parameters><Parameter Id="Minimum">\n8\n</Parameter></Parameters></Predicate>' +
        '<Predicate Id="q" Method="m" HelpText="attribute"/></Predicates>'
    )
    expect(plain([...predicates.values()])).toEqual([
      { id: 'p', method: 'IsLengthRange', helpText: 'element', parameters: [{ id: 'Minimum', value: '8' }] },
      { id: 'q', method: 'm', helpText: 'attribute', parameters: [] }
    ])
  })

  it('are grouped by validations, and by input validations of old', () => {
    const { predicateValidations } = blocks(
      `<InputValidations><InputValidation Id="old">${references('Id="g" HelpText="help" MatchAtLeast="2" Reject="true"')}</InputValidation></InputValidations>` +
        `<PredicateValidations><PredicateValidation Id="new"><PredicateGroups><PredicateGroup Id="g"><UserHelpText>help</UserHelpText>${references('MatchAtLeast="1"')}</PredicateGroup></PredicateGroups></PredicateValidation></PredicateValidations>`
    )
    expect(plain(predicateValidations)).toEqual([
      ['new', { id: 'new', groups: [group('1')] }],
      ['old', { id: 'old', groups: [group('2', 'true')] }]
    ])
  })
})

it('a claims transformation keeps its parameters as they are written', () => {
  const { claimsTransformations } = blocks(
    '<ClaimsTransformations><ClaimsTransformation Id="t" TransformationMethod="FormatStringClaim">' +
      '<InputClaims><InputClaim ClaimTypeReferenceId="a" TransformationClaimType="inputClaim"/></InputClaims>' +
      '<InputParameters><InputParameter Id="stringFormat" DataType="string" Value=" {0} "/></InputParameters>' +
      '<OutputClaims><OutputClaim ClaimTypeReferenceId="b"/></OutputClaims></ClaimsTransformation></ClaimsTransformations>'
  )
  expect(plain(claimsTransformations.get('t'))).toEqual({
    id: 't',
    transformationMethod: 'FormatStringClaim',
    inputClaims: [{ claimTypeReferenceId: 'a', transformationClaimType: 'inputClaim' }],
    inputParameters: [{ id: 'stringFormat', dataType: 'string', value: ' {0} ' }],
    outputClaims: [{ claimTypeReferenceId: 'b', transformationClaimType: undefined }]
  })
})

it('localization has strings and collections by language', () => {
  const { localization } = blocks(
    '<Localization Enabled="true"><SupportedLanguages DefaultLanguage="en"><SupportedLanguage>en</SupportedLanguage></SupportedLanguages>' +
      '<LocalizedResources Id="r" Culture="en"><LocalizedCollections><LocalizedCollection ElementType="ClaimType" ElementId="c" TargetCollection="Restriction">' +
      '<Item Text="a" Value="1"/></LocalizedCollection></LocalizedCollections>' +
      '<LocalizedStrings><LocalizedString ElementType="ClaimType" ElementId="c" StringId="DisplayName"> C </LocalizedString></LocalizedStrings></LocalizedResources></Localization>'
  )
  expect(plain(localization)).toEqual({
    enabled: true,
    defaultLanguage: 'en',
    supportedLanguages: ['en'],
    resources: [
      {
        id: 'r',
        culture: 'en',
        strings: [{ elementType: 'ClaimType', elementId: 'c', stringId: 'DisplayName', value: 'C' }],
        collections: [
          {
            elementType: 'ClaimType',
            elementId: 'c',
            targetCollection: 'Restriction',
            items: [{ text: 'a', value: '1', selectByDefault: false }]
          }
        ]
      }
    ]
  })
})

it('a display control has claims and actions', () => {
  const { displayControls } = blocks(
    '<DisplayControls><DisplayControl Id="d" UserInterfaceControlType="VerificationControl">' +
      '<InputClaims><InputClaim ClaimTypeReferenceId="a"/></InputClaims>' +
      '<DisplayClaims><DisplayClaim ClaimTypeReferenceId="a" ControlClaimType="VerificationCode" Required="true"/></DisplayClaims>' +
      '<OutputClaims><OutputClaim ClaimTypeReferenceId="a"/></OutputClaims>' +
      '<Actions><Action Id="SendCode"><ValidationClaimsExchange><ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="P" ContinueOnError="true"/></ValidationClaimsExchange></Action></Actions>' +
      '</DisplayControl></DisplayControls>'
  )
  expect(plain(displayControls.get('d'))).toMatchObject({
    id: 'd',
    userInterfaceControlType: 'VerificationControl',
    displayClaims: [{ claimTypeReferenceId: 'a', controlClaimType: 'VerificationCode', required: true }],
    actions: [
      {
        id: 'SendCode',
        validationProfiles: [{ referenceId: 'P', continueOnSuccess: true, continueOnError: true, preconditions: [] }]
      }
    ]
  })
})

describe('a technical profile', () => {
  it('keeps default values as they are written', () => {
    expect(claims('DefaultValue=" x "')?.inputClaims[0]?.defaultValue?.value).toBe(' x ')
    expect(claims('DefaultValue=""')?.inputClaims[0]?.defaultValue?.value).toBe('')
    expect(claims('')?.inputClaims[0]?.defaultValue).toBeUndefined()
  })

  it.each([
    ['true', true],
    ['1', true],
    ['True', true],
    ['false', false],
    ['0', false],
    ['yes', false]
  ])('reads Required="%s" as %s', (written, expected) => {
    const found = read(`<InputClaims><InputClaim ClaimTypeReferenceId="a" Required="${written}"/></InputClaims>`)
    expect(found?.inputClaims[0]?.required).toBe(expected)
  })

  it('has the first of its domains', () => {
    expect(read('<Domains><Domain>a.com</Domain><Domain>b.com</Domain></Domains>')?.domain?.value).toBe('a.com')
  })

  it('takes the last of metadata given twice', () => {
    const found = read('<Metadata><Item Key="A">1</Item><Item Key="B">2</Item><Item Key="a">3</Item></Metadata>')
    expect(plain(found?.metadata)).toEqual([
      { key: 'a', value: '3' },
      { key: 'B', value: '2' }
    ])
  })

  it('has preconditions in its validations', () => {
    const found = read(
      '<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="V" ContinueOnSuccess="false"><Preconditions>' +
        '<Precondition Type="ClaimEquals" ExecuteActionsIf="true"><Value> a </Value><Value>1</Value><Action>SkipThisValidationTechnicalProfile</Action></Precondition>' +
        '</Preconditions></ValidationTechnicalProfile></ValidationTechnicalProfiles>'
    )
    expect(plain(found?.validationTechnicalProfiles)).toEqual([
      {
        referenceId: 'V',
        continueOnSuccess: false,
        continueOnError: false,
        preconditions: [
          {
            type: 'ClaimEquals',
            executeActionsIf: true,
            values: ['a', '1'],
            actions: ['SkipThisValidationTechnicalProfile']
          }
        ]
      }
    ])
  })
})

it('journeys have authorization, an issuer and steps', () => {
  const { userJourneys, subJourneys } = effectivePolicy(
    '<UserJourneys><UserJourney Id="J" NonInteractive="true" DefaultCpimIssuerTechnicalProfileReferenceId="I">' +
      '<Authorization><AuthorizationTechnicalProfiles><AuthorizationTechnicalProfile ReferenceId="A"/></AuthorizationTechnicalProfiles></Authorization>' +
      '<OrchestrationSteps><OrchestrationStep Order="1" Type="ClaimsProviderSelection" ContentDefinitionReferenceId="c">' +
      '<ClaimsProviderSelections DisplayOption="ShowSingleProvider"><ClaimsProviderSelection ValidationClaimsExchangeId="v"/></ClaimsProviderSelections></OrchestrationStep></OrchestrationSteps>' +
      '<ClientDefinition ReferenceId="C"/></UserJourney></UserJourneys>' +
      '<SubJourneys><SubJourney Id="S" Type="Call"/></SubJourneys>'
  )
  expect(plain(userJourneys.get('j'))).toMatchObject({
    nonInteractive: true,
    defaultCpimIssuerTechnicalProfileReferenceId: 'I',
    authorizationTechnicalProfiles: [{ referenceId: 'A' }],
    clientDefinition: { referenceId: 'C' },
    orchestrationSteps: [
      {
        order: 1,
        displayOption: 'ShowSingleProvider',
        contentDefinitionReferenceId: 'c',
        selections: [{ targetClaimsExchangeId: undefined, validationClaimsExchangeId: 'v' }]
      }
    ]
  })
  expect(plain(subJourneys.get('s'))).toMatchObject({ id: 'S', type: 'Call', orchestrationSteps: [] })
})

it('a relying party has endpoints and behaviors', () => {
  const { relyingParty } = effectivePolicy(
    '<RelyingParty><DefaultUserJourney ReferenceId="J"/><Endpoints><Endpoint Id="Token" UserJourneyReferenceId="R"/></Endpoints>' +
      '<UserJourneyBehaviors><SingleSignOn Scope="Tenant" KeepAliveInDays="7" EnforceIdTokenHintOnLogout="true"/><SessionExpiryType>Rolling</SessionExpiryType>' +
      '<SessionExpiryInSeconds>900</SessionExpiryInSeconds><ContentDefinitionParameters><Parameter Name="a">{OIDC:ClientId}</Parameter></ContentDefinitionParameters>' +
      '<ScriptExecution>Allow</ScriptExecution><OnError Mode="DisplayInService"/></UserJourneyBehaviors></RelyingParty>'
  )
  expect(plain(relyingParty)).toEqual({
    defaultUserJourney: { referenceId: 'J' },
    endpoints: [{ id: 'Token', userJourneyReferenceId: 'R' }],
    userJourneyBehaviors: {
      singleSignOn: { scope: 'Tenant', keepAliveInDays: '7', enforceIdTokenHintOnLogout: true },
      sessionExpiryType: 'Rolling',
      sessionExpiryInSeconds: '900',
      contentDefinitionParameters: [{ name: 'a', value: '{OIDC:ClientId}' }],
      scriptExecution: 'Allow',
      onErrorMode: 'DisplayInService'
    },
    technicalProfile: undefined
  })
})

describe('ids', () => {
  it('are looked up in lower case, and keep their case', () => {
    const { technicalProfiles } = effectivePolicy(profile('', 'AAD-Common'))
    expect([...technicalProfiles].map(([key, { id }]) => [key, id.value])).toEqual([['aad-common', 'AAD-Common']])
  })

  it('that are missing are empty, at the element', () => {
    const { diagnostics } = parse(profile('').replace(' Id="P"', ''))
    expect(diagnostics.map(({ code }) => code)).toEqual(['TF1106'])
    const found = effectivePolicy(profile('').replace(' Id="P"', '')).technicalProfiles.get('')
    expect(found?.id.value).toBe('')
    expect(found && positionOf(found.id.span).line).toBe(1)
  })
})
