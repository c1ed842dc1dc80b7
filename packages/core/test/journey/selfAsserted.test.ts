/** Self-asserted pages: what they show, what they accept, what comes back from them. */
import { describe, expect, it } from 'vitest'
import type { FieldModel, PageModel } from '@trustframe/core/journey'
import { Journey } from '../support/Journey.ts'
import {
  claim,
  compile,
  content,
  exchange,
  field,
  page,
  type Parts,
  type ProfileParts,
  rest,
  send,
  skipIf,
  setting,
  step
} from '../support/policy.ts'

const fieldsOf = (shown: PageModel): ReadonlyArray<FieldModel> =>
  shown.kind === 'SelfAsserted'
    ? shown.form.items.flatMap((item) => (item._tag === 'Field' ? [item] : item.fields))
    : []

const asking = (claims: string, ask: ProfileParts, more: Partial<Parts> = {}): Parts => ({
  claims,
  profiles: page('Ask', ask),
  steps: exchange(1, 'Ask') + send(2),
  ...more
})

const start = (parts: Parts, claims = {}) => new Journey(compile(parts)).start({ claims })

const out = (id: string, attributes = '') => `<OutputClaim ClaimTypeReferenceId="${id}" ${attributes} />`

describe('a page shows', () => {
  it('output claims that have an input type, in order, and none that a validation gives', () => {
    const journey = start({
      ...asking(field('name') + claim('hidden') + field('given') + field('last'), {}),
      profiles: page('Ask', { output: 'name hidden given last', validations: 'R' }) + rest('R', { output: 'given' })
    })
    expect(fieldsOf(journey.page).map(({ id }) => id)).toEqual(['name', 'last'])
  })

  it('display claims only, where there are any', () => {
    const journey = start(asking(field('name') + field('other'), { display: 'other', output: 'name' }))
    expect(fieldsOf(journey.page).map(({ id }) => id)).toEqual(['other'])
  })

  it('labels, help, options and patterns of the claim types', () => {
    const options =
      '<Restriction><Enumeration Text="One" Value="1" SelectByDefault="true" /><Enumeration Text="Two" Value="2" /></Restriction>'
    const help = '<UserHelpText>Your name</UserHelpText>'
    const pattern = '<Restriction><Pattern RegularExpression="^[a-z]+$" HelpText="Letters only" /></Restriction>'
    const name = `<ClaimType Id="name"><DisplayName>Name</DisplayName><DataType>string</DataType>${help}<UserInputType>TextBox</UserInputType>${pattern}</ClaimType>`
    const journey = start(asking(name + field('pick', 'DropdownSingleSelect', options), { output: 'name pick' }))
    expect(fieldsOf(journey.page)).toMatchObject([
      {
        id: 'name',
        label: 'Name',
        help: 'Your name',
        pattern: { regularExpression: '^[a-z]+$', helpText: 'Letters only' }
      },
      {
        id: 'pick',
        options: [
          { text: 'One', value: '1', selected: true },
          { text: 'Two', value: '2', selected: false }
        ]
      }
    ])
  })

  it('what fills a field before the person does: input claims, and nothing else of the bag', () => {
    const parts = asking(field('a') + field('b'), { input: 'a', output: 'a b' })
    expect(fieldsOf(start(parts, { a: 'from the bag', b: 'not asked for' }).page).map(({ value }) => value)).toEqual([
      'from the bag',
      undefined
    ])
  })

  it('masks, and never a password', () => {
    const mask = '<Mask Type="Simple">XXX-XXX-</Mask>'
    const phone = `<ClaimType Id="phone"><DisplayName>Phone</DisplayName><DataType>string</DataType>${mask}<UserInputType>Readonly</UserInputType></ClaimType>`
    const parts = asking(phone + field('secret', 'Password'), { input: 'phone secret', output: 'phone secret' })
    const shown = fieldsOf(start(parts, { phone: '206-555-0100', secret: 'hunter2' }).page)
    expect(shown.map(({ value }) => value)).toEqual(['XXX-XXX-0100', undefined])
  })

  it('nothing: then it is passed over, its defaults apply, and its validations do not run', () => {
    const parts = asking(claim('x'), { output: out('x', 'DefaultValue="d"'), validations: 'R' })
    const journey = start({ ...parts, profiles: parts.profiles + rest('R') })
    expect(journey.where).toBe('token')
    expect(journey.claims).toEqual({ x: 'd' })
  })
})

const words = (language: string, strings: string) =>
  `<LocalizedResources Id="w.${language}"><LocalizedCollections><LocalizedCollection ElementType="ClaimType" ElementId="pick" TargetCollection="Restriction"><Item Text="${language} one" Value="1" /></LocalizedCollection></LocalizedCollections><LocalizedStrings>${strings}</LocalizedStrings></LocalizedResources>`

const string = (elementType: string, elementId: string, stringId: string, text: string) =>
  `<LocalizedString ElementType="${elementType}" ${elementId === '' ? '' : `ElementId="${elementId}"`} StringId="${stringId}">${text}</LocalizedString>`

const reference = (language: string) =>
  `<LocalizedResourcesReference Language="${language}" LocalizedResourcesReferenceId="w.${language}" />`

describe('a page in the language of the request', () => {
  const parts = asking(
    field('name') + field('pick', 'DropdownSingleSelect'),
    {
      metadata: { ContentDefinitionReferenceId: 'api.words', 'language.button_continue': 'Go on' },
      output: 'name pick'
    },
    {
      content: content(
        'api.words',
        `<LocalizedResourcesReferences>${reference('en')}${reference('fr')}</LocalizedResourcesReferences>`
      ),
      localization: `<Localization Enabled="true"><SupportedLanguages DefaultLanguage="en"><SupportedLanguage>en</SupportedLanguage><SupportedLanguage>fr</SupportedLanguage></SupportedLanguages>${words(
        'en',
        string('ClaimType', 'name', 'DisplayName', 'Name') + string('UxElement', '', 'heading', 'Hello')
      )}${words('fr', string('ClaimType', 'name', 'DisplayName', 'Nom'))}</Localization>`
    }
  )
  const shown = (language: string) => new Journey(compile(parts)).start({ context: { language } }).page

  // Localization: the language, else the language without its region, else the policy's default.
  it.each([
    ['fr', 'fr', 'Nom'],
    ['fr-CA', 'fr', 'Nom'],
    ['de', 'en', 'Name']
  ])('%s shows %s', (language, expected, label) => {
    expect(shown(language).language).toBe(expected)
    expect(fieldsOf(shown(language))[0]?.label).toBe(label)
  })

  it('takes its options from the language, and texts it lacks from the default language', () => {
    expect(fieldsOf(shown('fr'))[1]?.options).toMatchObject([{ text: 'fr one', value: '1' }])
    expect(shown('fr').strings['heading']).toBe('Hello')
  })

  it('takes texts from the metadata, and B2C’s own where the policy has none', () => {
    expect(shown('en').strings).toMatchObject({ button_continue: 'Go on', button_cancel: 'Cancel' })
  })
})

describe('the HTML of a page', () => {
  const behaviors =
    '<ContentDefinitionParameters><Parameter Name="campaignId">{OAUTH-KV:campaignId}</Parameter><Parameter Name="for">{Claim:name}</Parameter></ContentDefinitionParameters>'
  const query = 'campaignId=summer%20sun&for=Ann'
  const template = '~/tenant/templates/AzureBlue/x.cshtml'
  const selection: Partial<Parts> = {
    steps:
      step(
        1,
        'CombinedSignInAndSignUp',
        '<ClaimsProviderSelections><ClaimsProviderSelection ValidationClaimsExchangeId="Ask" /></ClaimsProviderSelections><ClaimsExchanges><ClaimsExchange Id="Ask" TechnicalProfileReferenceId="Ask" /></ClaimsExchanges>',
        'ContentDefinitionReferenceId="api.page"'
      ) + send(2)
  }

  it.each<[what: string, more: Partial<Parts>, expected: string]>([
    ['self-asserted', {}, `${template}?${query}`],
    ['of a selection', selection, `${template}?${query}`],
    [
      'of a policy with languages',
      {
        localization:
          '<Localization Enabled="true"><SupportedLanguages DefaultLanguage="en"><SupportedLanguage>en</SupportedLanguage></SupportedLanguages></Localization>'
      },
      `${template}?ui_locales=de&${query}`
    ]
  ])('is asked for with ContentDefinitionParameters, of the request and of the bag: a page %s', (_, more, expected) => {
    const parts = asking(field('name') + field('city'), { output: 'city' }, { behaviors, ...more })
    const parameters = { campaignId: 'summer sun', ui_locales: 'de' }
    const journey = new Journey(compile(parts)).start({ claims: { name: 'Ann' }, parameters })
    expect(journey.page.loadUri).toBe(expected)
  })
})

describe('what was entered is refused', () => {
  const pattern = '<Restriction><Pattern RegularExpression="^[a-z]+$" HelpText="Letters only" /></Restriction>'
  const options = '<Restriction><Enumeration Text="One" Value="1" /></Restriction>'
  const predicates =
    '<Predicates><Predicate Id="Long" Method="IsLengthRange" HelpText="at least three"><Parameters><Parameter Id="Minimum">3</Parameter><Parameter Id="Maximum">9</Parameter></Parameters></Predicate></Predicates><PredicateValidations><PredicateValidation Id="V"><PredicateGroups><PredicateGroup Id="G"><UserHelpText>It has to be</UserHelpText><PredicateReferences><PredicateReference Id="Long" /></PredicateReferences></PredicateGroup></PredicateGroups></PredicateValidation></PredicateValidations>'

  // localization-string-ids: the messages of self-asserted pages.
  it.each<[why: string, type: string, values: Readonly<Record<string, string>>, message: string, beside: string]>([
    ['a required field is empty', field('a'), { a: '' }, 'Missing required element: a', 'Missing required element: a'],
    [
      'a pattern does not match',
      field('a', 'TextBox', pattern),
      { a: '42' },
      'Incorrect pattern for: a',
      'Letters only'
    ],
    ['it is no address', field('a', 'EmailBox'), { a: 'ada' }, 'Incorrect pattern for: a', 'Incorrect pattern for: a'],
    [
      'it is not of the data type',
      field('a', 'TextBox', '', 'int'),
      { a: 'x' },
      'a has invalid input.',
      'a has invalid input.'
    ],
    [
      'it is no option',
      field('a', 'RadioSingleSelect', options),
      { a: '9' },
      'a has invalid input.',
      'a has invalid input.'
    ],
    [
      'a predicate does not hold',
      field('a', 'TextBox', '<PredicateValidationReference Id="V" />'),
      { a: 'x' },
      'Error in validation by: a',
      'It has to be\nat least three'
    ]
  ])('when %s', (_, type, values, message, beside) => {
    const journey = start(asking(type, { output: out('a', 'Required="true"') }, { predicates })).submit(values)
    expect(journey.message).toBe(message)
    expect(fieldsOf(journey.page)[0]?.error).toBe(beside)
    expect(journey.claims).toEqual({})
  })

  it('when a password that is asked for twice differs', () => {
    const claims = field('newPassword', 'Password') + field('reenterPassword', 'Password')
    const journey = start(asking(claims, { output: 'newPassword reenterPassword' })).submit({
      newPassword: 'one',
      reenterPassword: 'two'
    })
    expect(journey.page.message?.key).toBe('error_passwordEntryMismatch')
  })

  it('and what was entered is shown again, but for passwords', () => {
    const claims = field('a') + field('p', 'Password') + field('b')
    const journey = start(asking(claims, { output: out('a') + out('p') + out('b', 'Required="true"') }))
    journey.submit({ a: 'kept', p: 'hunter2', b: '' })
    expect(fieldsOf(journey.page).map(({ value }) => value)).toEqual(['kept', undefined, ''])
    expect(JSON.stringify(journey.state.frames)).not.toContain('hunter2')
  })

  it('as the metadata of the profile words it', () => {
    const ask = {
      metadata: { UserMessageIfMissingRequiredElement: 'Please fill in {0}' },
      output: out('a', 'Required="true"')
    }
    expect(start(asking(field('a'), ask)).submit({}).message).toBe('Please fill in a')
  })

  it('until setting.retryLimit is exceeded', () => {
    const ask = { metadata: { 'setting.retryLimit': '2' }, output: out('a', 'Required="true"') }
    const journey = start(asking(field('a'), ask))
      .submit({})
      .submit({})
    expect(journey.where).toBe('page Ask')
    expect(journey.submit({}).error).toMatchObject({ tag: 'RetriesExceeded', code: 'AADB2C90157' })
  })
})

describe('what comes back from a page', () => {
  it('is its output claims alone, without passwords', () => {
    const journey = start(asking(field('a') + field('p', 'Password') + field('b'), { output: 'a p', display: 'a p b' }))
    expect(journey.submit({ a: '1', p: 'hunter2', b: '3' }).claims).toEqual({ a: '1' })
  })

  it('is nothing for a field that is shown only, whatever the browser sends', () => {
    const journey = start(asking(field('a', 'Readonly'), { input: 'a', output: 'a' }), { a: 'shown' })
    expect(journey.submit({ a: 'forged' }).claims).toEqual({ a: 'shown' })
  })

  it.each([
    ['false', 'old'],
    ['true', '']
  ])('with AllowGenerationOfClaimsWithNullValues %s, an emptied field gives "%s"', (value, expected) => {
    const ask = { metadata: { AllowGenerationOfClaimsWithNullValues: value }, input: 'a', output: 'a' }
    expect(start(asking(field('a'), ask), { a: 'old' }).submit({ a: '' }).claims).toEqual({ a: expected })
  })

  it('is the address of the caller where IpAddressClaimReferenceId names a claim', () => {
    const journey = start(
      asking(field('a') + claim('ip'), { metadata: { IpAddressClaimReferenceId: 'ip' }, output: 'a' })
    )
    expect(journey.submit({ a: '1' }).claims).toEqual({ a: '1', ip: '203.0.113.7' })
  })

  it('is the values of ticked boxes with commas, in the order of the options', () => {
    const options =
      '<Restriction><Enumeration Text="One" Value="1" /><Enumeration Text="Two" Value="2" /></Restriction>'
    const journey = start(asking(field('a', 'CheckboxMultiSelect', options), { output: 'a' }))
    expect(journey.submit({ a: ['2', '1'] }).claims).toEqual({ a: '1,2' })
  })
})

describe('validation profiles', () => {
  it('are skipped by their preconditions', () => {
    const validations = `<ValidationTechnicalProfile ReferenceId="R"><Preconditions>${skipIf('ClaimEquals', true, 'a', 'no')}</Preconditions></ValidationTechnicalProfile>`
    const parts = asking(field('a'), { output: 'a', validations })
    const plan = compile({ ...parts, profiles: parts.profiles + rest('R') })
    const world = { services: { R: () => ({ body: {} }) } }
    expect(new Journey(plan, world).start().submit({ a: 'no' }).asked).toEqual([])
    expect(new Journey(plan, world).start().submit({ a: 'yes' }).asked).toEqual(['R'])
  })

  it('run twice where they are listed twice', () => {
    const parts = asking(field('a'), { output: 'a', validations: 'R R' })
    const journey = new Journey(compile({ ...parts, profiles: parts.profiles + rest('R') }), {
      services: { R: () => ({ body: {} }) }
    })
    expect(journey.start().submit({ a: '1' }).asked).toEqual(['R', 'R'])
  })

  it('transform in the scope of the page: what they set is not in the bag', () => {
    const parts = asking(field('a') + claim('b'), { output: 'a', validations: 'Set' })
    const journey = start({ ...parts, profiles: parts.profiles + setting('Set', 'b=1') })
    expect(journey.submit({ a: '1' }).claims).toEqual({ a: '1' })
  })
})

describe('an event that does not fit the page', () => {
  const parts = asking(field('a'), { output: 'a' })
  it.each([
    { _tag: 'Selected', exchange: 'Nothing' },
    { _tag: 'PasswordForgotten' },
    { _tag: 'PhoneCodeEntered', code: '1' },
    { _tag: 'ControlUsed', control: 'none', action: 'SendCode', values: {} },
    { _tag: 'EmailCodeRequested', claim: 'a', address: 'a@b.c' },
    { _tag: 'Returned', parameters: {} },
    { _tag: 'Resumed' }
  ] as const)('$_tag shows the page again and changes nothing', (interaction) => {
    const journey = start(parts)
    const before = journey.state
    journey.act(interaction)
    expect(journey.where).toBe('page Ask')
    expect(journey.state).toEqual(before)
  })

  it('Cancelled does nothing on a page without a cancel button', () => {
    const journey = start(asking(field('a'), { metadata: { 'setting.showCancelButton': 'false' }, output: 'a' }))
    expect(journey.act({ _tag: 'Cancelled' }).where).toBe('page Ask')
  })
})
