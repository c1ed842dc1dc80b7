import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, formatDiagnostic, parsePolicy, type PolicyFile } from '../src/index.ts'
import { effective, profile } from './support/policies.ts'

const read = (content: string): PolicyFile =>
  parsePolicy({
    path: 'policies/Base.xml',
    text: `<TrustFrameworkPolicy
  xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com"
  PolicyId="B2C_1A_Base" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Base">
${content}
</TrustFrameworkPolicy>`
  })

const format = (diagnostics: ReadonlyArray<Diagnostic>, color = false): string =>
  diagnostics.map((found) => formatDiagnostic(found, { color })).join('\n\n')

describe('a diagnostic is printed', () => {
  it('with the line, a mark, help and whose rule it is', () => {
    expect(format(read('  <BuildingBlocks>\n    <ClaimSchema/>\n  </BuildingBlocks>').diagnostics)).toBe(`\
error[TF1101]: "BuildingBlocks" has no element "ClaimSchema"
 --> policies/Base.xml:6:6
  |
6 |     <ClaimSchema/>
  |      ^^^^^^^^^^^
  = help: did you mean "ClaimsSchema"?
  = note: B2C refuses the upload`)
  })

  it('with related places', () => {
    expect(format(read('\t<UserJourneys/>\r\n\t<BuildingBlocks/>').diagnostics.slice(1))).toBe(`\
error[TF1103]: "BuildingBlocks" must come before "UserJourneys" in "TrustFrameworkPolicy"
 --> policies/Base.xml:6:3
  |
6 | \t<BuildingBlocks/>
  | \t ^^^^^^^^^^^^^^
  = help: move it; the order of elements counts
  = note: B2C refuses the upload
  = policies/Base.xml:5:3: "UserJourneys" is here`)
  })

  it('over several files', () => {
    const list =
      '<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="V"/></ValidationTechnicalProfiles>'
    const printed = format(effective(profile(list), profile(list)).diagnostics)
    expect(printed.split('\n').filter((line) => line.includes('.xml'))).toEqual([
      ' --> 1.xml:1:476',
      '  = 0.xml:1:338: inherited from here'
    ])
  })

  it('with a part of a line that is long', () => {
    const [, line, mark] = format(read(`<!--${'x'.repeat(300)}--><Foo/><!--${'x'.repeat(300)}-->`).diagnostics)
      .split('\n')
      .slice(2)
    expect(line).toBe(`5 | …${'x'.repeat(36)}--><Foo/><!--${'x'.repeat(91)}…`)
    expect(mark).toBe(`  | ${' '.repeat(41)}^^^`)
  })

  it('with the placeholder that a value came from', () => {
    const file = parsePolicy({
      path: 'a.xml',
      text: '<a>\n<b c="{Settings:C}"></a>',
      settings: { environment: 'Test', values: { C: 'a long value that is not in the file' } }
    })
    expect(format(file.diagnostics)).toBe(`\
error[TF1001]: expected "</b>" but found "</a>"
 --> a.xml:2:21
  |
2 | <b c="{Settings:C}"></a>
  |                     ^^^^
  = help: close "b" first
  = note: B2C refuses the upload
  = a.xml:2:2: "b" is opened here`)
  })

  it('at the end of a file', () => {
    expect(
      format(parsePolicy({ path: 'a.xml', text: '' }).diagnostics)
        .split('\n')
        .slice(0, 5)
    ).toEqual([
      'error[TF1001]: there is no element: the file is empty or holds no XML',
      ' --> a.xml:1:1',
      '  |',
      '1 | ',
      '  | ^'
    ])
  })

  it('in colours', () => {
    const printed = format(read('<Foo/>').diagnostics, true)
    expect(printed).toContain('\u001b[1;31merror[TF1101]\u001b[0m')
    expect(printed).toContain('\u001b[1;31m^^^\u001b[0m')
    expect(stripVTControlCharacters(printed)).toBe(format(read('<Foo/>').diagnostics))
  })
})
