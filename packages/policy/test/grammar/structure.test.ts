import { describe, expect, it } from 'vitest'
import { type Diagnostic, parsePolicy, textOf } from '../../src/index.ts'
import { marked } from '../support/marked.ts'
import { journey, parse, policyXml, profile, profiles } from '../support/policies.ts'

const claimType = (content: string) =>
  `<BuildingBlocks><ClaimsSchema><ClaimType Id="c">${content}</ClaimType></ClaimsSchema></BuildingBlocks>`

const told = (found: Diagnostic) => [...marked(found), found.message, found.help]

const fixed = ({ source, diagnostics }: ReturnType<typeof parse>): string => {
  const edits = diagnostics.flatMap(({ fix }) => fix?.edits ?? []).toSorted((a, b) => b.span.start - a.span.start)
  return edits.reduce(
    (text, { span, replacement }) => text.slice(0, span.start) + replacement + text.slice(span.end),
    source.text
  )
}

describe('what is wrong with the structure is told with its place and a way out', () => {
  it.each([
    [
      'an element nobody knows',
      profile('<Foo/>'),
      ['TF1101', 'Foo', '"TechnicalProfile" has no element "Foo"', 'remove it']
    ],
    [
      'a misspelt element',
      profile('<OutputClaim/>').replaceAll('OutputClaim', 'OutputClaimz'),
      ['TF1101', 'OutputClaimz', '"TechnicalProfile" has no element "OutputClaimz"', 'did you mean "OutputClaims"?']
    ],
    [
      'an element without its group',
      profile('<OutputClaim ClaimTypeReferenceId="a"/>'),
      ['TF1101', 'OutputClaim', '"TechnicalProfile" has no element "OutputClaim"', 'put it in "OutputClaims"']
    ],
    [
      'an element in a leaf',
      profile('<DisplayName><b/></DisplayName>'),
      ['TF1101', 'b', '"DisplayName" has no element "b"', '"DisplayName" holds no elements']
    ],
    [
      'an element where few are known',
      claimType('<Restriction><Foo/></Restriction>'),
      ['TF1101', 'Foo', '"Restriction" has no element "Foo"', 'allowed are "Enumeration", "Pattern"']
    ],
    [
      'an attribute in another case',
      profile('<IncludeTechnicalProfile referenceId="Q" ReferenceId="Q"/>'),
      [
        'TF1102',
        'referenceId',
        '"IncludeTechnicalProfile" takes no attribute "referenceId"',
        'allowed are "ReferenceId"'
      ]
    ],
    [
      'a misspelt attribute',
      profile('<SubjectNamingInfo ClaimType="sub" Formatt="x"/>'),
      ['TF1102', 'Formatt', '"SubjectNamingInfo" takes no attribute "Formatt"', 'did you mean "Format"?']
    ],
    [
      'an attribute of a group',
      profile('<InputClaims Id="a"/>'),
      ['TF1102', 'Id', '"InputClaims" takes no attribute "Id"', '"InputClaims" takes no attributes']
    ],
    [
      'metadata before the display name',
      profile('<Metadata><Item Key="a">b</Item></Metadata><DisplayName>a</DisplayName>'),
      [
        'TF1103',
        'DisplayName',
        '"DisplayName" must come before "Metadata" in "TechnicalProfile"',
        'move it; the order of elements counts'
      ]
    ],
    [
      'two of what there may be one',
      profile('<DisplayName>a</DisplayName><DisplayName>b</DisplayName>'),
      ['TF1104', 'DisplayName', '"TechnicalProfile" has more than one "DisplayName"', 'keep one of them']
    ],
    [
      'a provider without technical profiles',
      '<ClaimsProviders><ClaimsProvider/></ClaimsProviders>',
      ['TF1105', 'ClaimsProvider', '"ClaimsProvider" has no "TechnicalProfiles"', 'add it']
    ],
    [
      'a list without entries',
      '<ClaimsProviders/>',
      [
        'TF1105',
        'ClaimsProviders',
        '"ClaimsProviders" has no "ClaimsProvider"',
        'add at least one, or remove "ClaimsProviders"'
      ]
    ],
    [
      'a step without its type',
      journey('<OrchestrationStep Order="1"/>'),
      ['TF1106', 'OrchestrationStep', '"OrchestrationStep" has no attribute "Type"', 'add Type="…"']
    ],
    [
      'a step of a type that is misspelt',
      journey('<OrchestrationStep Order="1" Type="SendClaim"/>'),
      [
        'TF1107',
        'SendClaim',
        'the attribute "Type" of "OrchestrationStep" is "SendClaim"; expected one of "ConsentScreen", ' +
          '"ClaimsProviderSelection", "CombinedSignInAndSignUp", "ClaimsExchange", "ReviewScreen", "SendClaims", ' +
          '"GetClaims", "UserDialog", "InvokeSubJourney", "Noop"',
        'did you mean "SendClaims"?'
      ]
    ],
    [
      'a value with white space around it',
      claimType('<UserInputType> Button </UserInputType>').replace('<UserInputType>', '<DataType>string</DataType>$&'),
      [
        'TF1107',
        'Button',
        '"UserInputType" is " Button "; expected one of "TextBox", "EmailBox", "DateTimeDropdown", ' +
          '"RadioSingleSelect", "DropdownSingleSelect", "CheckboxMultiSelect", "Password", "Readonly", "Button", "Paragraph"',
        'remove the white space around it'
      ]
    ],
    [
      'a boolean in another case',
      profile('<IncludeInSso>True</IncludeInSso>'),
      ['TF1108', 'True', '"IncludeInSso" is "True"; expected "true" or "false"', 'did you mean "true"?']
    ],
    [
      'a number that is none',
      journey('<OrchestrationStep Order="first" Type="SendClaims"/>'),
      ['TF1108', 'first', 'the attribute "Order" of "OrchestrationStep" is "first"; expected a whole number', undefined]
    ],
    [
      'a step order given twice',
      journey('<OrchestrationStep Order="1" Type="SendClaims"/><OrchestrationStep Order=" 01" Type="SendClaims"/>'),
      ['TF1110', ' 01', 'two elements "OrchestrationStep" have the Order "01"', 'give one of them another']
    ],
    [
      'a claims exchange id given twice in a journey',
      journey(
        [1, 2]
          .map(
            (order) =>
              `<OrchestrationStep Order="${order}" Type="ClaimsExchange"><ClaimsExchanges>` +
              '<ClaimsExchange Id="E" TechnicalProfileReferenceId="P"/></ClaimsExchanges></OrchestrationStep>'
          )
          .join('')
      ),
      ['TF1110', 'E', 'two elements "ClaimsExchange" have the Id "E"', 'give one of them another']
    ],
    [
      'a technical profile given twice in two providers',
      profiles(
        '<TechnicalProfile Id="P"/></TechnicalProfiles></ClaimsProvider><ClaimsProvider><TechnicalProfiles><TechnicalProfile Id="P"/>'
      ),
      ['TF1110', 'P', 'two elements "TechnicalProfile" have the Id "P"', 'give one of them another']
    ],
    [
      'text between elements',
      profile('<InputClaims><!-- a --> b &amp; <!-- c --></InputClaims>'),
      ['TF1111', 'b &amp;', '"InputClaims" holds no text', 'remove it, or make it a comment']
    ],
    [
      'white space in an element that holds nothing',
      profile('<Protocol Name="None"> </Protocol>'),
      ['TF1111', ' ', '"Protocol" holds nothing, not even white space', 'write <Protocol … />']
    ]
  ])('%s', (_, content, expected) => {
    expect(parse(content).diagnostics.map(told)).toContainEqual(expected)
  })
})

describe('no diagnostic for', () => {
  it.each([
    [
      'xsi:schemaLocation',
      policyXml('').replace(
        'xmlns=',
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" xmlns='
      )
    ],
    [
      'prefixed elements',
      policyXml('<BuildingBlocks/>')
        .replace('xmlns=', 'xmlns:p=')
        .replaceAll(/<(\/?)(\w)/g, '<$1p:$2')
    ],
    ['any XML in extensions', policyXml(profile('<Extensions><x xmlns="urn:x" y="">z</x></Extensions>'))],
    ['comments everywhere', policyXml(profile('<!-- a --><InputClaims><!-- b --></InputClaims><!-- c -->'))],
    ['a comment in an element that holds nothing', policyXml(profile('<Protocol Name="None"><!-- a --></Protocol>'))],
    ['a comment in a value', policyXml(profile('<IncludeInSso>tr<!-- a -->ue</IncludeInSso>'))],
    ['CDATA as a value', policyXml(profile('<IncludeInSso><![CDATA[true]]></IncludeInSso>'))],
    ['empty lists that the schema allows', policyXml(profile('<InputClaims/><OutputClaims/>'))],
    [
      'several lists of transformations',
      policyXml(
        profile(
          '<InputClaimsTransformations><InputClaimsTransformation ReferenceId="a"/></InputClaimsTransformations>'.repeat(
            2
          )
        )
      )
    ]
  ])('%s', (_, text) => {
    expect(parsePolicy({ path: 'a.xml', text }).diagnostics).toEqual([])
  })
})

describe('a fix', () => {
  it.each([
    ['renames both tags', profile('<OutputClaim></OutputClaim>').replaceAll('OutputClaim', 'OutputClaimz')],
    ['renames one tag', profile('<OutputClaimz />')],
    ['renames an attribute', profile('<SubjectNamingInfo ClaimType="sub" Formatt="x"/>')],
    ['writes a value', profile('<IncludeInSso>True</IncludeInSso>')],
    ['trims a value', profile('<OutputTokenFormat> JWT\n</OutputTokenFormat>').replace(/ (JWT)\n/, ' $1')],
    ['writes an attribute value', journey('<OrchestrationStep Order="1" Type="SendClaim"/>')]
  ])('%s, and leaves nothing to fix', (_, content) => {
    const file = parse(content)
    expect(file.diagnostics).toHaveLength(1)
    expect(parsePolicy({ path: 'a.xml', text: fixed(file) }).diagnostics).toEqual([])
  })
})

describe('diagnostics of a file', () => {
  it('are in the order of the file', () => {
    const { diagnostics } = parse(`${profile('<IncludeInSso>{Settings:A}</IncludeInSso><Foo/>')}<Bar/><Baz/>`)
    const starts = diagnostics.map(({ span }) => span.start)
    expect(diagnostics.map(marked).map(([, text]) => text)).toEqual(['{Settings:A}', 'Foo', 'Bar', 'Baz'])
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  it('name related places', () => {
    const [found] = parse(profile('<DisplayName>a</DisplayName><DisplayName>b</DisplayName>')).diagnostics
    expect(found?.related?.map(({ message, span }) => [message, textOf(span)])).toEqual([
      ['the first is here', 'DisplayName']
    ])
  })
})
