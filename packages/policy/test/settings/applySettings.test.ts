import { describe, expect, it } from 'vitest'
import { applySettings, findPlaceholders, parsePolicy, type Settings, sourceText, textOf } from '../../src/index.ts'
import { marked } from '../support/marked.ts'
import { effectivePolicy, parse, policyXml, profile } from '../support/policies.ts'

const settings: Settings = {
  environment: 'Test',
  tenant: 'contoso.onmicrosoft.com',
  values: { ApiId: 'abc', Text: `<"&'>`, 'a.b': 'dot', Dollar: '$` $1 $$', Empty: '', End: ']]>', Attributes: 'c="d"' }
}

const built = (text: string, path = 'policies/B2C_1A_Ext.xml') =>
  applySettings(sourceText(path, text), settings).source.text

describe('a placeholder is replaced', () => {
  it.each([
    ['{Settings:Tenant}', 'contoso.onmicrosoft.com'],
    ['{settings:TENANT}', 'contoso.onmicrosoft.com'],
    ['{Settings: Tenant }', 'contoso.onmicrosoft.com'],
    ['{Settings:Filename}', 'B2C_1A_Ext'],
    ['{Settings:PolicyFilename}', 'Ext'],
    ['{Settings:Environment}', 'Test'],
    ['{Settings:ApiId}', 'abc'],
    ['{SETTINGS:apiid}', 'abc'],
    ['{ApiId}', 'abc'],
    ['{Settings:a.b}', 'dot'],
    ['{Settings:Empty}', ''],
    ['{Settings:Dollar}', '$` $1 $$'],
    ['{ApiId}{ApiId}/{Settings:ApiId}', 'abcabc/abc'],
    ['{{ApiId}}', '{abc}']
  ])('%s', (placeholder, value) => {
    expect(built(`<a>${placeholder}</a>`)).toBe(`<a>${value}</a>`)
  })

  it.each([
    ['C:\\b2c\\B2C_1A_Base.v2.xml', 'B2C_1A_Base.v2'],
    ['B2C_1A_Base', 'B2C_1A_Base'],
    ['a/.xml', '.xml']
  ])('by the name of the file %s', (path, name) => {
    expect(built('<a>{Settings:Filename}</a>', path)).toBe(`<a>${name}</a>`)
  })
})

describe('what stays', () => {
  it.each([
    ['a bare name in another case', '<a>{apiid}</a>'],
    ['a bare name that is no setting', '<a>{objectId}</a>'],
    ['a bare name that is built in', '<a>{Tenant}</a>'],
    ['a property that every object has', '<a>{constructor} {toString}</a>'],
    ['a key in which a dot stands for any letter', '<a>{aXb}</a>'],
    ['claims resolvers', '<a>{OIDC:ClientId} {Claim:ApiId} {Culture:RFC5646}</a>'],
    ['arguments of messages', '<a>{0} {1}</a>'],
    ['JSON', '<a>{"ApiId": 1} { ApiId }</a>'],
    ['comments', '<a><!-- {Settings:ApiId} {Settings:Nope} {ApiId} --></a>']
  ])('%s', (_, text) => {
    expect(applySettings(sourceText('a.xml', text), settings)).toMatchObject({ source: { text }, diagnostics: [] })
  })
})

describe('the XML means the value', () => {
  it.each([
    ['in text', '<a>{Settings:Text}</a>', `<"&'>`],
    ['in CDATA', '<a><![CDATA[{Settings:Text}]]></a>', `<"&'>`],
    ['in CDATA, even its end', '<a><![CDATA[{Settings:End}]]></a>', ']]>'],
    ['its end, in text', '<a>{Settings:End}</a>', ']]>'],
    ['behind a comment that looks like a tag', '<a><!-- <b c=" --><![CDATA[">]]>{Settings:Text}</a>', `"><"&'>`]
  ])('%s', (_, text, value) => {
    const { root, wellFormed } = parsePolicy({ path: 'a.xml', text, settings })
    expect(wellFormed).toBe(true)
    expect(root?.text).toBe(value)
  })

  it.each(['"', "'"])('in a value between %s', (quote) => {
    const { root } = parsePolicy({ path: 'a.xml', text: `<a b=${quote}{Settings:Text}${quote}/>`, settings })
    expect(root?.attributes.map(({ value }) => value)).toEqual([`<"&'>`])
  })

  it('but a value in a tag is markup', () => {
    const { root } = parsePolicy({
      path: 'a.xml',
      text: '<a {Settings:Attributes} e="">{Settings:Attributes}</a>',
      settings
    })
    expect(root?.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['c', 'd'],
      ['e', '']
    ])
    expect(root?.text).toBe('c="d"')
  })
})

describe('a placeholder that no setting answers', () => {
  it.each([
    ['{Settings:ApiUd}', settings, 'the environment "Test" has no setting "ApiUd"', 'did you mean "{Settings:ApiId}"?'],
    [
      '{Settings:Tennant}',
      settings,
      'the environment "Test" has no setting "Tennant"',
      'did you mean "{Settings:Tenant}"?'
    ],
    [
      '{Settings:Nope}',
      settings,
      'the environment "Test" has no setting "Nope"',
      'add "Nope" to the settings of this environment'
    ],
    [
      '{settings:tenant}',
      { environment: 'Test', values: {} },
      'the environment "Test" has no setting "tenant"',
      'add "tenant" to the settings of this environment'
    ],
    [
      '{Settings:Tenant}',
      { environment: 'Test', values: {} },
      'the environment "Test" has no setting "Tenant"',
      'add "Tenant" to the settings of this environment'
    ],
    [
      '{Settings:Nope}',
      undefined,
      '"{Settings:Nope}" has no value, because no settings were given',
      'give the settings of an environment'
    ]
  ])('%s', (placeholder, given, message, help) => {
    const { diagnostics } = parse(profile(`<DisplayName>${placeholder}</DisplayName>`), given)
    expect(diagnostics).toMatchObject([{ code: 'TF1201', message, help }])
    expect(diagnostics.map(marked)).toEqual([['TF1201', placeholder]])
  })

  it('is reported alone where it breaks a type, or the XML', () => {
    expect(parse(profile('<IncludeInSso>{Settings:A}</IncludeInSso>')).diagnostics.map(marked)).toEqual([
      ['TF1201', '{Settings:A}']
    ])
    expect(parse(profile('<Protocol Name="None" {Settings:A}/>')).diagnostics.map(marked)).toEqual([
      ['TF1201', '{Settings:A}']
    ])
  })

  it('in the value of a setting is told without the value', () => {
    const given = { environment: 'Test', values: { A: 'secret {Settings:B}', B: 'b' } }
    const { diagnostics } = parse(profile('<DisplayName>{A}</DisplayName>'), given)
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the value of "{A}" holds the placeholder "{Settings:B}"'
    ])
  })

  it('offers the setting as a fix', () => {
    const [found] = parse(profile('<DisplayName>{Settings:ApiUd}</DisplayName>'), settings).diagnostics
    expect(found?.fix).toMatchObject({ edits: [{ replacement: '{Settings:ApiId}' }] })
  })
})

describe('placeholders in a text are found with their places', () => {
  it.each([
    ['{ApiBaseUrl}/profile/{objectId}', ['ApiBaseUrl', 'objectId']],
    ['a{OIDC:ClientId}b{Settings:X}', ['OIDC:ClientId', 'Settings:X']],
    ['&amp;{a}&lt;{b}', ['a', 'b']],
    ['{0} {"a": 1} {} { a }', []],
    ['none', []]
  ])('%s', (text, names) => {
    const { metadata = [] } =
      effectivePolicy(profile(`<Metadata><Item Key="ServiceUrl">  ${text}\n</Item></Metadata>`)).technicalProfiles.get(
        'p'
      ) ?? {}
    const found = metadata.flatMap(({ value }) => findPlaceholders(value))
    expect(found.map(({ name }) => name)).toEqual(names)
    expect(found.map(({ span }) => textOf(span))).toEqual(names.map((name) => `{${name}}`))
  })
})

it('building keeps every byte that is no placeholder', () => {
  const text = policyXml('<!-- {Settings:A} -->\r\n\t<BuildingBlocks/>\n')
  expect(built(text)).toBe(text)
})
