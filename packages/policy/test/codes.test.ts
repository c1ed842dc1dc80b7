import { describe, expect, it } from 'vitest'
import { type Code, codes, type Diagnostic, parsePolicy, readAppSettings, resolvePolicies } from '../src/index.ts'
import { marked } from './support/marked.ts'
import { chainFiles, effective, parse, policyXml, profile, profiles } from './support/policies.ts'

const step = (claim: string) =>
  '<UserJourneys><UserJourney Id="J"><OrchestrationSteps><OrchestrationStep Order="1" Type="ClaimsExchange">' +
  `<Preconditions><Precondition Type="ClaimsExist" ExecuteActionsIf="true"><Value>${claim}</Value>` +
  '<Action>SkipThisOrchestrationStep</Action></Precondition></Preconditions>' +
  '</OrchestrationStep></OrchestrationSteps></UserJourney></UserJourneys>'

/** One example of every code: what is diagnosed, and the text that is marked. */
const examples: Readonly<Record<Code, readonly [diagnostics: () => ReadonlyArray<Diagnostic>, marks: string]>> = {
  TF1001: [() => parse('<BuildingBlocks></BuildingBlock>').diagnostics, '</BuildingBlock>'],
  TF1002: [() => parsePolicy({ path: 'a.xml', text: `<!DOCTYPE a []>${policyXml('')}` }).diagnostics, '<!DOCTYPE'],
  TF1003: [() => parse(profile('<DisplayName>a&nbsp;b</DisplayName>')).diagnostics, '&nbsp;'],
  TF1004: [() => parsePolicy({ path: 'a.xml', text: '<a>'.repeat(200) }).diagnostics, 'a'],
  TF1005: [() => parse(`<!--${' '.repeat(1024 * 1024)}-->`).diagnostics, ''],
  TF1006: [
    () => {
      const bytes = new TextEncoder().encode(policyXml('<!--@-->'))
      bytes[bytes.indexOf(0x40)] = 0xff
      return parsePolicy({ path: 'a.xml', bytes }).diagnostics
    },
    '\ufffd'
  ],
  TF1007: [() => parse('<p:BuildingBlocks/>').diagnostics, 'p:BuildingBlocks'],
  TF1008: [() => parsePolicy({ path: 'a.xml', text: '<html/>' }).diagnostics, 'html'],
  TF1009: [() => parse('<BuildingBlocks xmlns="urn:other"/>').diagnostics, 'BuildingBlocks'],
  TF1101: [() => parse(profile('<Metadatas/>')).diagnostics, 'Metadatas'],
  TF1102: [() => parse(profile('<IncludeTechnicalProfile RefId="Q" ReferenceId="Q"/>')).diagnostics, 'RefId'],
  TF1103: [() => parse(profile('<Domain>a</Domain><Domains><Domain>a</Domain></Domains>')).diagnostics, 'Domains'],
  TF1104: [() => parse(profile('<Domain>a</Domain><Domain>b</Domain>')).diagnostics, 'Domain'],
  TF1105: [() => parse(profile('<Metadata/>')).diagnostics, 'Metadata'],
  TF1106: [() => parse(profile('<Protocol/>')).diagnostics, 'Protocol'],
  TF1107: [() => parse(profile('<Protocol Name="OpenId"/>')).diagnostics, 'OpenId'],
  TF1108: [() => parse(profile('<IncludeInSso>yes</IncludeInSso>')).diagnostics, 'yes'],
  TF1109: [
    () =>
      parse('<BuildingBlocks><Localization><SupportedLanguages DefaultLanguage="EN"/></Localization></BuildingBlocks>')
        .diagnostics,
    'EN'
  ],
  TF1110: [() => parse(profiles('<TechnicalProfile Id="P"/><TechnicalProfile Id="P"/>')).diagnostics, 'P'],
  TF1111: [() => parse(profile('<InputClaims>stray</InputClaims>')).diagnostics, 'stray'],
  TF1112: [
    () =>
      parse(
        '<BuildingBlocks><ClaimsSchema><ClaimType Id="c"><Restriction><Enumeration Text="a" Value="a"/>' +
          '<Pattern RegularExpression="a"/></Restriction></ClaimType></ClaimsSchema></BuildingBlocks>'
      ).diagnostics,
    'Pattern'
  ],
  TF1113: [() => parse(profile('<Metadata><Item Key="A">1</Item><Item Key="a">2</Item></Metadata>')).diagnostics, 'a'],
  TF1114: [() => parse(profiles('<TechnicalProfile Id="P"/><TechnicalProfile Id="p"/>')).diagnostics, 'p'],
  TF1201: [() => parse(profile('<DisplayName>{Settings:Nope}</DisplayName>')).diagnostics, '{Settings:Nope}'],
  TF1202: [
    () =>
      parse(profile('<DisplayName>{Settings:A}</DisplayName>'), { environment: 'Test', values: { A: '{Settings:B}' } })
        .diagnostics,
    '{Settings:A}'
  ],
  TF1203: [() => readAppSettings('appsettings.json', '{,}').diagnostics, ','],
  TF1204: [() => readAppSettings('appsettings.json', '{"Environments": 1}').diagnostics, '1'],
  TF1205: [
    () =>
      readAppSettings('appsettings.json', '{"Environments":[{"Name":"T","PolicySettings":{"A":"1","a":"2"}}]}')
        .diagnostics,
    '"a"'
  ],
  TF1301: [() => resolvePolicies(chainFiles('', '').slice(1)).effective('B2C_1A_1').diagnostics, 'B2C_1A_0'],
  TF1302: [
    () => {
      const file = parsePolicy({ path: 'a.xml', text: policyXml('', { id: 'B2C_1A_a', base: 'B2C_1A_A' }) })
      return resolvePolicies([file]).effective(file).diagnostics
    },
    'B2C_1A_A'
  ],
  TF1303: [() => effective(...Array.from({ length: 11 }, () => '')).diagnostics, 'B2C_1A_0'],
  TF1304: [
    () =>
      resolvePolicies([
        parsePolicy({ path: 'a.xml', text: policyXml('') }),
        parsePolicy({ path: 'b.xml', text: policyXml('', { id: 'b2c_1a_base' }) })
      ]).diagnostics,
    'b2c_1a_base'
  ],
  TF1305: [
    () =>
      resolvePolicies([
        parsePolicy({ path: 'a.xml', text: policyXml('') }),
        parsePolicy({ path: 'b.xml', text: policyXml('', { id: 'B2C_1A_b', base: 'B2C_1A_BASE' }) })
      ]).effective('B2C_1A_b').diagnostics,
    'B2C_1A_BASE'
  ],
  TF1306: [() => effective('<BuildingBlocks>', '').diagnostics, 'B2C_1A_1'],
  TF1307: [() => effective(profile('<IncludeTechnicalProfile ReferenceId="Q"/>')).diagnostics, 'Q'],
  TF1308: [() => effective(profile('<IncludeTechnicalProfile ReferenceId="p"/>')).diagnostics, 'p'],
  TF1309: [
    () =>
      effective(profile('', 'Q'), profile('<IncludeClaimsFromTechnicalProfile>Q</IncludeClaimsFromTechnicalProfile>'))
        .diagnostics,
    'Q'
  ],
  TF1310: [
    () => {
      const list =
        '<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="V"/></ValidationTechnicalProfiles>'
      return effective(profile(list), profile(list)).diagnostics
    },
    'V'
  ],
  TF1311: [
    () => {
      return effective(step('a'), step('b')).diagnostics
    },
    'Preconditions'
  ],
  TF1312: [
    () => {
      const other = policyXml('').replace('TenantId="contoso', 'TenantId="fabrikam')
      return resolvePolicies([
        parsePolicy({ path: 'a.xml', text: other }),
        parsePolicy({ path: 'b.xml', text: policyXml('', { id: 'B2C_1A_b', base: 'B2C_1A_Base' }) })
      ]).effective('B2C_1A_b').diagnostics
    },
    'contoso.onmicrosoft.com'
  ],
  TF1313: [
    () => {
      const links = Array.from({ length: 102 }, (_, i) => {
        const include = i === 101 ? '' : `<IncludeTechnicalProfile ReferenceId="P${i + 1}"/>`
        return `<TechnicalProfile Id="P${i}">${include}</TechnicalProfile>`
      })
      return effective(profiles(links.join(''))).diagnostics
    },
    'P100'
  ],
  TF1314: [
    () =>
      resolvePolicies([
        parsePolicy({ path: 'a/Base.xml', text: policyXml('') }),
        parsePolicy({ path: 'b/Base.xml', text: policyXml('') }),
        parsePolicy({ path: 'Ext.xml', text: policyXml('', { id: 'B2C_1A_Ext', base: 'B2C_1A_Base' }) })
      ]).effective('B2C_1A_Ext').diagnostics,
    'B2C_1A_Base'
  ]
}

describe('every code', () => {
  it.each(Object.entries(examples))('%s is given, alone, with its place', (code, [diagnostics, marks]) => {
    expect(diagnostics().map(marked)).toEqual([[code, marks]])
  })

  it.each(Object.entries(examples))('%s comes with the severity and origin of its table', (code, [diagnostics]) => {
    const table = new Map(Object.entries(codes)).get(code)
    expect(diagnostics()).toMatchObject([{ severity: table?.severity, origin: table?.origin }])
  })

  it.each(Object.keys(codes))('%s is TF and four digits', (code) => {
    expect(code).toMatch(/^TF1[0-3][0-9]{2}$/)
  })
})
