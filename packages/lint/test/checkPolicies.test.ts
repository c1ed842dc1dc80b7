import { assert, describe, it } from '@effect/vitest'
import { checkPolicies } from '@trustframe/lint'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'
import { baseText, handler } from './support/base.ts'
import { check } from './support/checkText.ts'
import { compose } from './support/compose.ts'

const summary = (diagnostics: ReturnType<typeof check>): ReadonlyArray<string> =>
  diagnostics.map(({ code, severity, span }) => `${span.source.path} ${code} ${severity}`)

const extensions = compose('<RelyingParty />')
  .replace('B2C_1A_Given"', 'B2C_1A_Extensions"')
  .replace(/<RelyingParty \/>/, '')

const party = (id: string, claims: string): string =>
  compose(`<TechnicalProfile Id="PolicyProfile">
    <DisplayName>Token</DisplayName>
    <Protocol Name="OpenIdConnect" />
    <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />${claims}</OutputClaims>
    <SubjectNamingInfo ClaimType="sub" />
  </TechnicalProfile>`)
    .replaceAll('B2C_1A_Given', id)
    .replace('<PolicyId>B2C_1A_Base<', '<PolicyId>B2C_1A_Extensions<')

const withProfile = (profile: string): string =>
  extensions.replace(
    '</TrustFrameworkPolicy>',
    `<ClaimsProviders><ClaimsProvider><TechnicalProfiles>${profile}</TechnicalProfiles></ClaimsProvider></ClaimsProviders></TrustFrameworkPolicy>`
  )

const parseGiven = (fragments: string) => parsePolicy({ path: 'Given.xml', text: compose(fragments) })

describe('checkPolicies', () => {
  it('finds nothing in a base that a derived policy completes', () => {
    const incomplete = baseText.replace('<Item Key="Operation">Read</Item>', '')
    const files = {
      'Base.xml': incomplete,
      'Extensions.xml': withProfile(
        '<TechnicalProfile Id="AAD-ReadBySignInName"><Metadata><Item Key="Operation">Read</Item></Metadata></TechnicalProfile>'
      ),
      'SignIn.xml': party('B2C_1A_SignIn', '')
    }
    assert.deepStrictEqual(summary(check(files)), [])
    assert.deepStrictEqual(
      summary(check({ ...files, 'Extensions.xml': extensions })).map((found) => found.split(' ')[1]),
      ['TF2001']
    )
  })

  it('finds nothing incomplete in a base alone', () => {
    assert.deepStrictEqual(
      summary(check({ 'Base.xml': baseText.replace('<Item Key="Operation">Read</Item>', '') })),
      []
    )
  })

  it('reports once what several relying parties inherit', () => {
    const files = {
      'Base.xml': baseText,
      'Extensions.xml': withProfile(
        '<TechnicalProfile Id="JwtIssuer"><Metadata><Item Key="token_lifetimes">1</Item></Metadata></TechnicalProfile>'
      ),
      'SignIn.xml': party('B2C_1A_SignIn', ''),
      'SignUp.xml': party('B2C_1A_SignUp', '')
    }
    assert.deepStrictEqual(summary(check(files)), ['Extensions.xml TF3103 warning'])
  })

  it('counts a claim as read when any relying party reads it', () => {
    const files = {
      'Base.xml': baseText,
      'Extensions.xml': withProfile(
        '<TechnicalProfile Id="SelfAsserted-SignIn"><OutputClaims><OutputClaim ClaimTypeReferenceId="city" /></OutputClaims></TechnicalProfile>'
      ),
      'SignIn.xml': party('B2C_1A_SignIn', '')
    }
    assert.deepStrictEqual(summary(check(files)), ['Extensions.xml TF3307 advice'])
    const reading = party('B2C_1A_SignUp', '<OutputClaim ClaimTypeReferenceId="city" />')
    assert.deepStrictEqual(summary(check({ ...files, 'SignUp.xml': reading })), [])
  })

  it('says once what the compiler says too', () => {
    const given = `<TechnicalProfile Id="SelfAsserted-SignIn">
      <OutputClaims><OutputClaim ClaimTypeReferenceId="nobody" /></OutputClaims>
    </TechnicalProfile>`
    assert.deepStrictEqual(summary(check(given)), ['Given.xml TF2012 error'])
  })

  it('gives the findings in the order of the files and of their text', () => {
    const given = `<ClaimType Id="late" />
      <TechnicalProfile Id="JwtIssuer">
        <Metadata><Item Key="IssuanceClaimPattern">x</Item><Item Key="Colour">blue</Item></Metadata>
      </TechnicalProfile>`
    assert.deepStrictEqual(
      check(given).map(({ code }) => code),
      ['TF3401', 'TF2002', 'TF3103']
    )
  })

  it('calls it advice when Trustframe cannot run something yet', () => {
    const given = `<TechnicalProfile Id="SamlIssuer">
        <DisplayName>SAML</DisplayName><Protocol Name="SAML2" /><OutputTokenFormat>SAML2</OutputTokenFormat>
        <CryptographicKeys>
          <Key Id="SamlMessageSigning" StorageReferenceId="B2C_1A_Saml" />
          <Key Id="SamlAssertionSigning" StorageReferenceId="B2C_1A_Saml" />
        </CryptographicKeys>
      </TechnicalProfile>
      <TechnicalProfile Id="PolicyProfile">
        <DisplayName>Assertion</DisplayName><Protocol Name="SAML2" />
        <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" /></OutputClaims>
        <SubjectNamingInfo ClaimType="sub" />
      </TechnicalProfile>`
    assert.deepStrictEqual(summary(check(given)), ['Given.xml TF2021 advice'])
  })

  const restful = `<TechnicalProfile Id="REST">
      <DisplayName>REST</DisplayName>
      <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
      <Metadata>
        <Item Key="ServiceUrl">https://api.contoso.com</Item>
        <Item Key="AuthenticationType">None</Item>
        <Item Key="AllowInsecureAuthInProduction">true</Item>
      </Metadata>
    </TechnicalProfile>`

  it.each([
    ['as the codes have it', {}, ['Given.xml TF3501 warning', 'Given.xml TF3602 warning']],
    ['by code', { TF3602: 'error' }, ['Given.xml TF3501 warning', 'Given.xml TF3602 error']],
    ['by the name of the rule', { 'restful-messages': 'off' }, ['Given.xml TF3602 warning']],
    ['several', { TF3501: 'advice', 'insecure-in-production': 'off' }, ['Given.xml TF3501 advice']]
  ] as const)('takes levels: %s', (_, levels, expected) => {
    assert.deepStrictEqual(summary(check(restful, { levels })), expected)
  })

  it('gives the same answer when it is asked again, and another one when a file changed', () => {
    const base = parsePolicy({ path: 'Base.xml', text: baseText })
    const first = resolvePolicies([base, parseGiven(restful)])
    assert.deepStrictEqual(checkPolicies(first), checkPolicies(first))
    assert.deepStrictEqual(summary(checkPolicies(resolvePolicies([base, parseGiven('')]))), [])
  })
})
