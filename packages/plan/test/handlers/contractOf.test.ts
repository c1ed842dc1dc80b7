import { assert, describe, it } from '@effect/vitest'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'
import { contractOf, handlers, typeNameOf } from '../../src/handlers/index.ts'

const assembly = ', Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null'

/** The name of the contract of a technical profile with these elements. */
const nameOf = (elements: string): string | undefined => {
  const file = parsePolicy({
    path: 'Policy.xml',
    text: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
      PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_P" PublicPolicyUri="http://p">
      <ClaimsProviders><ClaimsProvider><TechnicalProfiles><TechnicalProfile Id="Profile">${elements}</TechnicalProfile>
      </TechnicalProfiles></ClaimsProvider></ClaimsProviders></TrustFrameworkPolicy>`
  })
  const profile = resolvePolicies([file]).effective(file).policy?.technicalProfiles.get('profile')
  return profile === undefined ? undefined : contractOf(profile)?.name
}

const item = (key: string): string => `<Metadata><Item Key="${key}">x</Item></Metadata>`
const format = (name: string): string => `<OutputTokenFormat>${name}</OutputTokenFormat>`

describe('contractOf', () => {
  it.each(handlers.flatMap(({ handler, name }) => (handler === undefined ? [] : [[handler, name] as const])))(
    'finds the contract of %s',
    (handler, name) => {
      assert.strictEqual(nameOf(`<Protocol Name="Proprietary" Handler="${handler}${assembly}" />`), name)
      assert.strictEqual(nameOf(`<Protocol Name="Proprietary" Handler=" ${handler.toLowerCase()} " />`), name)
    }
  )

  it.each([
    ['<Protocol Name="OpenIdConnect" />', 'OpenIdConnect'],
    [`<Protocol Name="OpenIdConnect" />${format('JWT')}`, 'JwtIssuer'],
    [`<Protocol Name="OpenIdConnect" />${format('JWT')}${item('METADATA')}`, 'OpenIdConnect'],
    [`<Protocol Name="None" />${format('JWT')}`, 'JwtIssuer'],
    [`<Protocol Name="None" />${format('JSON')}`, 'UserInfoIssuer'],
    [`<Protocol Name="None" />${format('SAML2')}`, 'SamlIssuer'],
    [`<Protocol Name="SAML2" />${format('SAML2')}`, 'SamlIssuer'],
    [`<Protocol Name="SAML2" />${format('SAML2')}${item('PartnerEntity')}`, 'SAML2'],
    ['<Protocol Name="SAML2" />', 'SAML2'],
    ['<Protocol Name="OAuth1" />', 'OAuth1'],
    ['<Protocol Name="OAuth2" />', 'OAuth2'],
    [`<Protocol Name="OAuth2" />${format('OAuth2Error')}`, 'OAuth2Error'],
    ['<Protocol Name="None" />', 'None'],
    ['<Protocol Name="WsFed" />', undefined],
    ['<Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.Nothing" />', undefined],
    ['<DisplayName>No protocol</DisplayName>', undefined]
  ])('%s', (elements, expected) => {
    assert.strictEqual(nameOf(elements), expected)
  })

  it.each([
    [`A.B.C${assembly}`, 'A.B.C'],
    [' A.B.C ', 'A.B.C'],
    ['', '']
  ])('the type name of "%s"', (handler, expected) => {
    assert.strictEqual(typeNameOf(handler), expected)
  })
})
