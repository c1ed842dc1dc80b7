/** The tenant of the README, as the README shows it. */
import { readFileSync } from 'node:fs'
import { Interpreter, secretKey } from '@trustframe/core'
import { compileJourney, type JourneyPlan } from '@trustframe/plan'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'
import { issueTokens, layerRuntime } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'

const text = `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_SignIn"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_SignIn">
  <BuildingBlocks><ClaimsSchema>
    <ClaimType Id="signInName"><DisplayName>Name</DisplayName><DataType>string</DataType><UserInputType>TextBox</UserInputType></ClaimType>
    <ClaimType Id="password"><DisplayName>Password</DisplayName><DataType>string</DataType><UserInputType>Password</UserInputType></ClaimType>
    <ClaimType Id="objectId"><DisplayName>Id</DisplayName><DataType>string</DataType></ClaimType>
    <ClaimType Id="grant_type"><DisplayName>Grant</DisplayName><DataType>string</DataType></ClaimType>
  </ClaimsSchema>
  <ContentDefinitions><ContentDefinition Id="api.selfasserted">
    <LoadUri>~/tenant/templates/AzureBlue/selfAsserted.cshtml</LoadUri><RecoveryUri>~/common/default_page_error.html</RecoveryUri>
    <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.26</DataUri>
  </ContentDefinition></ContentDefinitions></BuildingBlocks>
  <ClaimsProviders><ClaimsProvider><DisplayName>Accounts</DisplayName><TechnicalProfiles>
    <TechnicalProfile Id="Check"><DisplayName>Check</DisplayName><Protocol Name="OpenIdConnect" />
      <Metadata><Item Key="client_id">c</Item><Item Key="METADATA">https://login.contoso.example/</Item></Metadata>
      <InputClaims>
        <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="username" Required="true" />
        <InputClaim ClaimTypeReferenceId="password" Required="true" />
        <InputClaim ClaimTypeReferenceId="grant_type" DefaultValue="password" />
      </InputClaims>
      <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="oid" /></OutputClaims>
    </TechnicalProfile>
    <TechnicalProfile Id="SignIn"><DisplayName>Sign in</DisplayName>
      <Protocol Name="Proprietary" Handler="Web.TPEngine.Providers.SelfAssertedAttributeProvider, Web.TPEngine" />
      <Metadata><Item Key="ContentDefinitionReferenceId">api.selfasserted</Item></Metadata>
      <OutputClaims>
        <OutputClaim ClaimTypeReferenceId="signInName" Required="true" /><OutputClaim ClaimTypeReferenceId="password" Required="true" />
        <OutputClaim ClaimTypeReferenceId="objectId" />
      </OutputClaims>
      <ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="Check" /></ValidationTechnicalProfiles>
    </TechnicalProfile>
    <TechnicalProfile Id="JwtIssuer"><DisplayName>JWT</DisplayName><Protocol Name="OpenIdConnect" /><OutputTokenFormat>JWT</OutputTokenFormat>
      <Metadata><Item Key="client_id">{service:te}</Item><Item Key="issuer_refresh_token_user_identity_claim_type">objectId</Item></Metadata>
      <CryptographicKeys>
        <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
        <Key Id="issuer_refresh_token_key" StorageReferenceId="B2C_1A_TokenEncryptionKeyContainer" />
      </CryptographicKeys>
    </TechnicalProfile>
  </TechnicalProfiles></ClaimsProvider></ClaimsProviders>
  <UserJourneys><UserJourney Id="SignIn"><OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange"><ClaimsExchanges><ClaimsExchange Id="SignInExchange" TechnicalProfileReferenceId="SignIn" /></ClaimsExchanges></OrchestrationStep>
    <OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
  </OrchestrationSteps></UserJourney></UserJourneys>
  <RelyingParty><DefaultUserJourney ReferenceId="SignIn" />
    <TechnicalProfile Id="PolicyProfile"><DisplayName>PolicyProfile</DisplayName><Protocol Name="OpenIdConnect" />
      <OutputClaims><OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" /></OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`

const context = {
  correlationId: '1',
  language: 'en',
  parameters: { client_id: 'app', nonce: 'n-1', scope: 'openid offline_access' },
  hostName: 'login.contoso.example',
  ipAddress: '127.0.0.1'
}

export const layerContoso = layerRuntime({
  directory: {
    domains: ['contoso.onmicrosoft.com'],
    users: [{ displayName: 'Ada', signInNames: { emailAddress: 'ada@contoso.com' }, password: 'Passw0rd!' }]
  }
})

export const signIn = Effect.fnUntraced(function* (plan: JourneyPlan) {
  const interpreter = yield* Interpreter
  const page = yield* interpreter.start(plan, { context, claims: new Map() })
  if (page._tag !== 'Suspended') return undefined
  const values = { signInName: 'ada@contoso.com', password: 'Passw0rd!' }
  const end = yield* interpreter.advance(plan, page.state, { _tag: 'Submitted', values })
  return end._tag === 'Suspended' ? undefined : yield* issueTokens(plan, end)
})

const planOfTest = (): JourneyPlan => {
  const { policy } = resolvePolicies([parsePolicy({ path: 'SignIn.xml', text })]).effective('B2C_1A_SignIn')
  const compiled = policy === undefined ? undefined : compileJourney(policy)
  if (compiled?.plan === undefined) throw new Error('the policy of the test cannot be compiled')
  return compiled.plan
}

describe('a tenant in memory', () => {
  it('signs its people in, and issues what the request asks for', async () => {
    const tokens = await signIn(planOfTest()).pipe(Effect.provide(layerContoso), Effect.runPromise)
    expect(tokens).toMatchObject({ idToken: { expiresIn: 3600 }, refreshToken: { expiresIn: 1_209_600 } })
    expect(tokens?.accessToken).toBeUndefined()
  })

  it('says which account cannot be one', async () => {
    const users = [{ displayName: 'Ada', userPrincipalName: 'ada@elsewhere.example' }]
    const layer = layerRuntime({ directory: { domains: ['contoso.onmicrosoft.com'], users } })
    const error = await signIn(planOfTest()).pipe(Effect.provide(layer), Effect.flip, Effect.runPromise)
    expect(error.message).toMatch(/^user 1 \("Ada"\): /)
  })

  it('says which key cannot sign', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nS3cret\n-----END PRIVATE KEY-----'
    const layer = layerRuntime({ keys: { B2C_1A_TokenSigningKeyContainer: secretKey(pem) } })
    const error = await signIn(planOfTest()).pipe(Effect.provide(layer), Effect.flip, Effect.runPromise)
    expect(error.message).toContain('B2C_1A_TokenSigningKeyContainer')
    expect(error.message).not.toContain('S3cret')
  })

  it('is shown in the README as it is here', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const own = readFileSync(new URL(import.meta.url), 'utf8')
    const section = readme.slice(readme.indexOf('## A tenant in memory'))
    const blocks = [...section.matchAll(/^```ts\n(.*?)^```/gms)].map(([, block = '']) => block)
    expect(blocks).toHaveLength(2)
    for (const block of blocks) expect(own).toContain(block)
  })
})
