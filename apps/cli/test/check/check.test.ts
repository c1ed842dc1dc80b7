import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Folder, runCli, startCli } from '../support/cli.ts'

/** A policy with a misspelt claim, an API without authentication, and a setting that only one environment has. */
const policy = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Own" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Own">
  <BuildingBlocks>
    <ClaimsSchema>
      <ClaimType Id="email"><DisplayName>E-mail</DisplayName><DataType>string</DataType></ClaimType>
    </ClaimsSchema>
  </BuildingBlocks>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>API</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="REST-Check">
          <DisplayName>Check</DisplayName>
          <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.RestfulProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null" />
          <Metadata>
            <Item Key="ServiceUrl">{ApiUrl}/check</Item>
            <Item Key="AuthenticationType">Basic</Item>
          </Metadata>
          <CryptographicKeys>
            <Key Id="BasicAuthenticationUsername" StorageReferenceId="B2C_1A_User" />
            <Key Id="BasicAuthenticationPassword" StorageReferenceId="B2C_1A_Password" />
          </CryptographicKeys>
          <InputClaims>
            <InputClaim ClaimTypeReferenceId="emial" />
          </InputClaims>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
</TrustFrameworkPolicy>
`

const appsettings = JSON.stringify({
  Environments: [
    { Name: 'Test', Tenant: 'contoso.onmicrosoft.com', PolicySettings: { ApiUrl: 'https://api.contoso.example' } },
    { Name: 'Production', Tenant: 'contoso.onmicrosoft.com', PolicySettings: {} }
  ]
})

let folder: Folder
beforeAll(() => {
  folder = new Folder({
    'Own.xml': policy,
    'appsettings.json': appsettings,
    'Well.xml': policy.replace('emial', 'email').replace('B2C_1A_Own', 'B2C_1A_Well')
  })
})
afterAll(() => folder[Symbol.dispose]())

const check = (...args: ReadonlyArray<string>) => runCli(['check', ...args], { cwd: folder.path })

interface Document {
  readonly diagnostics: ReadonlyArray<Readonly<Record<string, unknown>>>
  readonly summary: unknown
}

const documentOf = (stdout: string): Document => JSON.parse(stdout)

describe('trustframe check', () => {
  it('finds what is wrong in all environments at once, each finding once', async () => {
    const { status, stdout } = await check('Own.xml', '--settings', 'appsettings.json', '--format', 'json')
    const { diagnostics } = documentOf(stdout)
    const codes = diagnostics.filter(({ severity }) => severity === 'error').map(({ code, line }) => [code, line])
    // The claim is misspelt in both environments; the setting is missing in one.
    expect(codes).toEqual([
      ['TF2004', 17],
      ['TF2012', 25]
    ])
    expect(status).toBe(1)
    const help = diagnostics.map(({ code, help: text }) => `${String(code)} ${String(text)}`)
    expect(help.find((text) => text.startsWith('TF2004'))).toMatch(/only in the environment "Production"$/)
    expect(help.find((text) => text.startsWith('TF2012'))).not.toContain('environment')
  })

  it('knows policy keys when it is given them', async () => {
    using keys = new Folder({ 'keys.env': 'B2C_1A_User=user\nB2C_1A_Pasword=secret-value\n' })
    const args = ['Well.xml', '--settings', 'appsettings.json', '--env', 'Test', '--format', 'json']
    const { stdout } = await check(...args, '--keys', `${keys.path}/keys.env`)
    const unknown = documentOf(stdout).diagnostics.filter(({ code }) => code === 'TF3005')
    expect(unknown.map(({ help, message }) => [message, help])).toEqual([
      ['the policy key "B2C_1A_Password" is not among the configured ones', 'did you mean "B2C_1A_Pasword"?']
    ])
    expect(stdout).not.toContain('secret-value')
  })

  it('says where and what to do, as JSON', async () => {
    const { stdout } = await check('Own.xml', '--settings', 'appsettings.json', '--env', 'test', '--format', 'json')
    expect(documentOf(stdout).diagnostics).toContainEqual({
      code: 'TF2012',
      severity: 'error',
      message:
        'technical profile "REST-Check" refers to the claim type "emial", which neither the policy nor its base policies have',
      help: 'did you mean "email"?',
      file: 'Own.xml',
      line: 25,
      column: 47,
      endLine: 25,
      endColumn: 52,
      origin: 'b2c-rejects',
      related: [],
      fix: {
        title: 'Write "email"',
        edits: [{ file: 'Own.xml', line: 25, column: 47, endLine: 25, endColumn: 52, replacement: 'email' }]
      }
    })
  })

  it.each([
    ['text', 'error[TF2012]: technical profile "REST-Check" refers to the claim type "emial"'],
    [
      'github',
      '::error file=Own.xml,line=25,endLine=25,col=47,endColumn=52,title=TF2012::technical profile "REST-Check"'
    ],
    ['junit', '<testcase classname="Own.xml" name="TF2012 at 25:47"><failure type="error"'],
    ['sarif', '"ruleId": "TF2012"']
  ])('prints %s', async (format, text) => {
    const { status, stdout } = await check(
      'Own.xml',
      '--settings',
      'appsettings.json',
      '--env',
      'Test',
      '--format',
      format
    )
    expect(stdout).toContain(text)
    expect(status).toBe(1)
  })

  it('fails on warnings only when asked', async () => {
    const args = ['Well.xml', '--settings', 'appsettings.json', '--env', 'Test']
    expect((await check(...args)).status).toBe(0)
    expect((await check(...args, '--fail-on', 'warning')).status).toBe(1)
  })

  it('sets levels by the project file', async () => {
    using project = new Folder({
      'Own.xml': policy,
      'trustframe.json': JSON.stringify({ lint: { TF2012: 'off', TF2004: 'warning' } })
    })
    const { status, stdout } = await runCli(['check', '--format', 'json'], { cwd: project.path })
    const found = documentOf(stdout).diagnostics.map(({ code, severity }) => `${String(code)} ${String(severity)}`)
    expect(found).toContain('TF2004 warning')
    expect(found.some((finding) => finding.startsWith('TF2012'))).toBe(false)
    expect(status).toBe(0)
  })

  it('refuses a level for what does not exist', async () => {
    using project = new Folder({
      'Own.xml': policy,
      'trustframe.json': JSON.stringify({ lint: { 'no-authentification': 'off' } })
    })
    const { status, stderr } = await runCli(['check'], { cwd: project.path })
    expect(stderr).toContain('did you mean "no-authentication"?')
    expect(status).toBe(2)
  })

  it('goes on after a file that is not well-formed', async () => {
    using project = new Folder({
      'Own.xml': policy,
      'Broken.xml': '<TrustFrameworkPolicy><BuildingBlocks></TrustFrameworkPolicy>'
    })
    const { status, stdout } = await runCli(['check', '--format', 'json'], { cwd: project.path })
    const files = documentOf(stdout).diagnostics.map(({ file }) => file)
    expect(new Set(files)).toEqual(new Set(['Broken.xml', 'Own.xml']))
    expect(status).toBe(1)
  })

  it('needs something to check', async () => {
    const { status, stderr } = await check('nowhere')
    expect(stderr).toBe('error: there is no file or folder "nowhere"\n')
    expect(status).toBe(2)
  })
})

describe('trustframe check --watch', () => {
  it('checks again when a policy or its settings change', async () => {
    using project = new Folder({
      'policies/Own.xml': policy.replace('{ApiUrl}', 'https://api.contoso.example'),
      'appsettings.json': JSON.stringify({ Environments: [{ Name: 'Test', PolicySettings: {} }] }),
      'trustframe.json': JSON.stringify({ policies: ['policies'], settings: 'appsettings.json' })
    })
    await using watching = startCli(['check', '--watch'], { cwd: project.path })
    await watching.prints('1 file: 1 error', 'error[TF2012]', 'watching for changes')
    project.write('policies/Own.xml', policy.replace('emial', 'email'))
    await watching.prints('1 file: 1 error', 'error[TF2004]')
    project.write(
      'appsettings.json',
      JSON.stringify({ Environments: [{ Name: 'Test', PolicySettings: { ApiUrl: 'https://api.contoso.example' } }] })
    )
    expect(await watching.prints('1 file: 0 errors')).not.toContain('error[')
  })
})

describe('trustframe build', () => {
  it('writes one environment with its settings in place', async () => {
    const { status, stdout } = await runCli(
      ['build', 'Own.xml', '--settings', 'appsettings.json', '--env', 'Test', '--out', 'built'],
      { cwd: folder.path }
    )
    expect(stdout.trim().replaceAll('\\', '/')).toBe('built/Test/Own.xml')
    expect(status).toBe(0)
    const { stdout: shown } = await runCli(
      ['show', 'TechnicalProfile', 'rest-check', 'built/Test/Own.xml', '--format', 'xml'],
      { cwd: folder.path }
    )
    expect(shown + (await check('built/Test/Own.xml')).stdout).toContain('https://api.contoso.example/check')
  })
})

describe('trustframe explain', () => {
  it('shows the page of a finding, with examples', async () => {
    const { status, stdout } = await runCli(['explain', 'no-authentication'], { cwd: folder.path })
    await expect(stdout).toMatchFileSnapshot('golden/explain.txt')
    expect(status).toBe(0)
  })

  it.each([
    ['90075', 'AADB2C90075: The claims exchange', 0],
    ['TF3601', 'TF3601 API that is called without authentication', 0],
    ['TF9999', 'there is no diagnostic or AADB2C error "TF9999"', 2]
  ])('%s', async (code, text, status) => {
    const run = await runCli(['explain', code], { cwd: folder.path })
    expect(run.stdout + run.stderr).toContain(text)
    expect(run.status).toBe(status)
  })
})
