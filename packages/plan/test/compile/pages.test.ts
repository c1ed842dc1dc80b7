/** What compiling a self-asserted page gives: its fields, controls and texts, and findings. */
import { compileSingleProfile, type PageItemPlan, type SelfAssertedPlan } from '@trustframe/plan'
import { describe, expect, it } from 'vitest'
import { type Parts, policyOf, profile, type ProfileParts, shown } from '../support/policies.ts'

const claim = (id: string, inputType: string, more = '', dataType = 'string', help = '') =>
  `<ClaimType Id="${id}"><DisplayName>${id}</DisplayName><DataType>${dataType}</DataType>${help}${inputType === '' ? '' : `<UserInputType>${inputType}</UserInputType>`}${more}</ClaimType>`

const out = (id: string, more = '') => `<OutputClaim ClaimTypeReferenceId="${id}" ${more}/>`

const predicates = `<Predicates>
  <Predicate Id="Length" Method="IsLengthRange"><Parameters><Parameter Id="Minimum">8</Parameter><Parameter Id="Maximum">64</Parameter></Parameters></Predicate>
  <Predicate Id="Digit" Method="IncludesCharacters" HelpText="a digit"><Parameters><Parameter Id="CharacterSet">0-9</Parameter></Parameters></Predicate>
</Predicates>
<PredicateValidations><PredicateValidation Id="Strong"><PredicateGroups>
  <PredicateGroup Id="All"><UserHelpText>Choose well</UserHelpText><PredicateReferences MatchAtLeast="1"><PredicateReference Id="Length" /><PredicateReference Id="Digit" /></PredicateReferences></PredicateGroup>
</PredicateGroups></PredicateValidation></PredicateValidations>`

const definition = (dataUri: string, more = '') =>
  `<ContentDefinition Id="api.page"><LoadUri>~/tenant/x.html</LoadUri><RecoveryUri>~/y.html</RecoveryUri><DataUri>${dataUri}</DataUri><Metadata><Item Key="DisplayName">A page</Item></Metadata>${more}</ContentDefinition>`

const compiled = (claims: string, page: ProfileParts, parts: Parts = {}, others = '') => {
  const policy = policyOf({
    claimTypes: claims,
    profiles: profile('Page', { handler: 'selfAsserted', ...page }) + others,
    ...parts
  })
  const { diagnostics, plan } = compileSingleProfile(policy, 'Page')
  const work = plan?.steps[0]?.work
  const made = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile : undefined
  return { found: shown(diagnostics), call: made?.call }
}

const pageOf = (...given: Parameters<typeof compiled>): SelfAssertedPlan => {
  const { call, found } = compiled(...given)
  expect(found).toEqual([])
  if (call?._tag !== 'SelfAsserted') throw new Error('no page')
  return call
}

const nameOf = (item: PageItemPlan) =>
  item._tag === 'Control' ? `control ${item.control.id}` : `${item.field.claim.id} ${item.field.inputType}`

describe('the fields of a page', () => {
  const claims = claim('email', 'EmailBox') + claim('name', 'TextBox') + claim('objectId', '')
  const check = profile('Check', { handler: 'transform', outputClaims: out('name') })

  it.each<[what: string, page: ProfileParts, expected: ReadonlyArray<string>]>([
    [
      'output claims that can be entered',
      { outputClaims: out('email') + out('objectId') + out('name') },
      ['email EmailBox', 'name TextBox']
    ],
    [
      'not those that a validation profile gives',
      {
        outputClaims: out('email') + out('name'),
        more: '<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="Check" /></ValidationTechnicalProfiles>'
      },
      ['email EmailBox']
    ],
    [
      'display claims, where there are any',
      {
        before: '<DisplayClaims><DisplayClaim ClaimTypeReferenceId="name" Required="true" /></DisplayClaims>',
        outputClaims: out('email')
      },
      ['name TextBox']
    ]
  ])('are %s', (_, page, expected) => {
    expect(pageOf(claims, page, {}, check).items.map(nameOf)).toEqual(expected)
  })

  it('ask for a code by e-mail where Verified.Email is asked for, unless the metadata says otherwise', () => {
    const outputClaims = out('email', 'PartnerClaimType="Verified.Email" ')
    expect(pageOf(claims, { outputClaims }).items).toMatchObject([{ verifyEmail: true }])
    const metadata = { EnforceEmailVerification: 'false' }
    expect(pageOf(claims, { metadata, outputClaims }).items).toMatchObject([{ verifyEmail: false }])
  })

  it('have their texts, options, patterns and predicates as data', () => {
    const more = {
      pick: '<Restriction><Enumeration Text="One" Value="1" SelectByDefault="true" /></Restriction>',
      code: '<Restriction><Pattern RegularExpression="^[0-9]+$" HelpText="Digits" /></Restriction>'
    }
    const typed =
      claim('pick', 'DropdownSingleSelect', more.pick) +
      claim('code', 'TextBox', more.code, 'string', '<UserHelpText>Your code</UserHelpText>') +
      claim('secret', 'Password', '<PredicateValidationReference Id="Strong" />')
    const outputClaims = out('pick') + out('code', 'Required="true" ') + out('secret')
    expect(pageOf(typed, { outputClaims }, { predicates }).items).toMatchObject([
      { field: { options: [{ text: 'One', value: '1', selectByDefault: true }], required: false, secret: false } },
      {
        field: {
          userHelpText: 'Your code',
          pattern: { regularExpression: '^[0-9]+$', helpText: 'Digits' },
          required: true
        }
      },
      {
        field: {
          secret: true,
          predicates: [
            {
              validation: 'Strong',
              id: 'All',
              helpText: 'Choose well',
              lists: [
                {
                  needed: 1,
                  predicates: [
                    { id: 'Length', method: 'IsLengthRange', parameters: { Minimum: '8', Maximum: '64' } },
                    { id: 'Digit', method: 'IncludesCharacters', helpText: 'a digit' }
                  ]
                }
              ]
            }
          ]
        }
      }
    ])
  })
})

describe('a display control', () => {
  const claims = claim('email', 'EmailBox') + claim('code', 'TextBox')
  const display = '<DisplayClaims><DisplayClaim DisplayControlReferenceId="Mail" /></DisplayClaims>'
  const controls = `<DisplayControls><DisplayControl Id="Mail" UserInterfaceControlType="VerificationControl"><DisplayClaims><DisplayClaim ClaimTypeReferenceId="email" Required="true" /><DisplayClaim ClaimTypeReferenceId="code" ControlClaimType="VerificationCode" Required="true" /></DisplayClaims><OutputClaims><OutputClaim ClaimTypeReferenceId="email" /></OutputClaims><Actions><Action Id="SendCode"><ValidationClaimsExchange><ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="Check" /></ValidationClaimsExchange></Action></Actions></DisplayControl></DisplayControls>`

  it('has its fields, and what its actions run', () => {
    const page = pageOf(
      claims,
      { before: display, outputClaims: out('email') },
      { content: controls },
      profile('Check', { handler: 'transform' })
    )
    expect(page.items.map(nameOf)).toEqual(['control Mail'])
    expect(page.items).toMatchObject([
      {
        control: {
          type: 'VerificationControl',
          fields: [{ controlClaimType: undefined }, { controlClaimType: 'VerificationCode' }],
          actions: [{ id: 'SendCode', validations: [{ profile: { id: 'Check' } }] }]
        }
      }
    ])
  })
})

describe('a content definition', () => {
  // Source: page-layout.
  it.each<[dataUri: string, element: string | undefined, version: ReadonlyArray<number>, contract: boolean]>([
    ['urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.30', 'selfasserted', [2, 1, 30], true],
    ['urn:com:microsoft:aad:b2c:elements:selfasserted:1.1.0', 'selfasserted', [1, 1, 0], false],
    ['urn:com:microsoft:aad:b2c:elements:idpselection:1.0.0', 'providerselection', [1, 0, 0], false],
    ['urn:com:microsoft:aad:b2c:elements:contract:mystery:1.0.0', undefined, [1, 0, 0], true]
  ])('of %s is %s %j', (dataUri, element, version, contract) => {
    const page = pageOf(
      claim('name', 'TextBox'),
      { metadata: { ContentDefinitionReferenceId: 'api.page' }, outputClaims: out('name') },
      { content: `<ContentDefinitions>${definition(dataUri)}</ContentDefinitions>` }
    ).page
    expect(page).toMatchObject({ contentDefinition: 'api.page', dataUri, element, version, contract })
    expect(page?.texts.get('displayname')).toMatchObject({ value: 'A page' })
  })
})

describe('a page', () => {
  const self = 'urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.30'
  const lacking = definition(
    self,
    '<LocalizedResourcesReferences><LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="en" /></LocalizedResourcesReferences>'
  )

  it.each<[what: string, claims: string, parts: Parts, code: string, message: string]>([
    [
      'with localized resources that are not declared',
      claim('name', 'TextBox'),
      { content: `<ContentDefinitions>${lacking}</ContentDefinitions>` },
      'TF2032',
      'localized resources "en" of content definition "api.page" are declared neither in this policy nor in its base policies'
    ],
    [
      'with a predicate validation that is not declared',
      claim('name', 'TextBox', '<PredicateValidationReference Id="Strong" />'),
      {},
      'TF2035',
      'predicate validation "Strong" is declared neither in this policy nor in its base policies'
    ],
    [
      'with a regular expression that is none',
      claim('name', 'TextBox', '<Restriction><Pattern RegularExpression="([" HelpText="?" /></Restriction>'),
      {},
      'TF2034',
      'The Pattern of the ClaimType "name" cannot be used. The regular expression "([" is not valid: a [ has no ], at character 3.'
    ],
    [
      'that offers a choice without options',
      claim('name', 'RadioSingleSelect'),
      {},
      'TF2036',
      'The ClaimType "name" has the UserInputType "RadioSingleSelect" but no options: it needs a Restriction with Enumeration elements, or a localized collection.'
    ]
  ])('%s is reported', (_, claims, parts, code, message) => {
    const page: ProfileParts = { metadata: { ContentDefinitionReferenceId: 'api.page' }, outputClaims: out('name') }
    const content = `<ContentDefinitions>${definition(self)}</ContentDefinitions>`
    const { found } = compiled(claims, page, { content, ...parts })
    expect(found.map(([first, second]) => [first, second])).toEqual([[code, message]])
  })
})

const contentOf = (loadUri: string, element: string, more: string) =>
  `<ContentDefinitions><ContentDefinition Id="api.page"><LoadUri>${loadUri}</LoadUri><RecoveryUri>~/y.html</RecoveryUri><DataUri>urn:com:microsoft:aad:b2c:elements:contract:${element}</DataUri></ContentDefinition></ContentDefinitions>${more}`

const languages =
  '<Localization Enabled="true"><SupportedLanguages DefaultLanguage="en"><SupportedLanguage>en</SupportedLanguage></SupportedLanguages></Localization>'

const parameters = (texts: Readonly<Record<string, string>>) =>
  `<RelyingParty><DefaultUserJourney ReferenceId="Journey" /><UserJourneyBehaviors><ContentDefinitionParameters>${Object.entries(
    texts
  )
    .map(([name, text]) => `<Parameter Name="${name}">${text}</Parameter>`)
    .join('')}</ContentDefinitionParameters></UserJourneyBehaviors></RelyingParty>`

const partsOf = (
  loadUri: string,
  texts: Readonly<Record<string, string>>,
  { element = 'selfasserted:2.1.30', localization = '' } = {}
): Parts => ({
  content: contentOf(loadUri, element, localization),
  ...(Object.keys(texts).length === 0 ? {} : { relyingParty: parameters(texts) })
})

describe('the query that the HTML of a page is requested with', () => {
  const page: ProfileParts = { metadata: { ContentDefinitionReferenceId: 'api.page' }, outputClaims: out('name') }

  const requested = { campaignId: 'summer & sun', ui_locales: 'de-AT', half: '\uD83D' }

  const html = 'https://cdn.test/page.html'

  it.each<[what: string, ...given: Parameters<typeof partsOf>, expected: string]>([
    ['nothing', html, {}, {}, html],
    ['a fixed text', html, { brand: 'contoso' }, {}, `${html}?brand=contoso`],
    ['a claims resolver', html, { c: '{OAUTH-KV:campaignId}' }, {}, `${html}?c=summer%20%26%20sun`],
    ['a claim', html, { n: '{Claim:name}' }, {}, `${html}?n=Ann%2BBob`],
    ['a resolver without a value', html, { c: '{OAUTH-KV:other}', d: '1' }, {}, `${html}?c=&d=1`],
    ['half a character', html, { c: '{OAUTH-KV:half}' }, {}, `${html}?c=%EF%BF%BD`],
    ['a name that needs encoding', html, { 'a b': '1' }, {}, `${html}?a%20b=1`],
    ['a query that is there already', `${html}?v=2`, { brand: 'contoso' }, {}, `${html}?v=2&brand=contoso`],
    ['a query that is left open', `${html}?`, { brand: 'contoso' }, {}, `${html}?brand=contoso`],
    ['a fragment', `${html}#top?`, { brand: 'contoso' }, {}, `${html}?brand=contoso#top?`],
    [
      'a resolver in the address',
      'https://cdn.test/{Policy:PolicyId}',
      { a: '1' },
      {},
      'https://cdn.test/B2C_1A_X?a=1'
    ],
    ['a built-in template', '~/tenant/x.cshtml', { brand: 'contoso' }, {}, '~/tenant/x.cshtml?brand=contoso'],
    ['the languages of the request', html, { a: '1' }, { localization: languages }, `${html}?ui_locales=de-AT&a=1`],
    ['an exception page', html, { a: '1' }, { element: 'globalexception:1.2.1', localization: languages }, html]
  ])('has %s', (_, loadUri, texts, more, expected) => {
    const { page: made } = pageOf(claim('name', 'TextBox'), page, partsOf(loadUri, texts, more))
    const resolved = made?.loadUri?.evaluate({
      parameters: requested,
      policy: { policyId: 'B2C_1A_X' },
      claim: () => 'Ann+Bob'
    })
    expect(resolved).toBe(expected)
  })

  it('has no languages when the request names none', () => {
    const { page: made } = pageOf(claim('name', 'TextBox'), page, partsOf(html, {}, { localization: languages }))
    expect(made?.loadUri?.evaluate({ parameters: {} })).toBe(html)
  })

  it('is the same for all pages, and an unknown resolver in it is reported once', () => {
    const definitions = ['api.page', 'api.error'].map((id) =>
      definition('urn:com:microsoft:aad:b2c:elements:selfasserted:1.1.0').replace('api.page', id)
    )
    const { found } = compiled(claim('name', 'TextBox'), page, {
      content: `<ContentDefinitions>${definitions.join('')}</ContentDefinitions>`,
      relyingParty: parameters({ c: '{Culture:Country}' })
    })
    expect(found).toEqual([['TF2025', 'There is no claims resolver {Culture:Country}.', '{Culture:Country}']])
  })
})
