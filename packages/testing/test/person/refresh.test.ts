/** The refresh token of a journey that a person came to the end of. */
import { Scenario } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { accountsPolicy } from '../support/accounts.ts'

const ada = {
  objectId: '8d2f6a60-2c0e-4a5e-9d0a-3a4a7d6c1b11',
  displayName: 'Ada Lovelace',
  signInNames: { emailAddress: 'ada@contoso.com' },
  password: 'Passw0rd!'
}

/** Over the accounts policy: a journey that reads the grant, and then the account. */
const refreshing = `<?xml version="1.0" encoding="utf-8"?>
<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06" PolicySchemaVersion="0.3.0.0"
  TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Refreshing" PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Refreshing">
  <BasePolicy><TenantId>contoso.onmicrosoft.com</TenantId><PolicyId>B2C_1A_Accounts</PolicyId></BasePolicy>
  <BuildingBlocks><ClaimsSchema>
    <ClaimType Id="issuedOn"><DisplayName>issuedOn</DisplayName><DataType>string</DataType></ClaimType>
  </ClaimsSchema></BuildingBlocks>
  <ClaimsProviders><ClaimsProvider><DisplayName>Grant</DisplayName><TechnicalProfiles>
    <TechnicalProfile Id="Grant-Read"><DisplayName>Grant</DisplayName><Protocol Name="None" />
      <OutputClaims>
        <OutputClaim ClaimTypeReferenceId="objectId" />
        <OutputClaim ClaimTypeReferenceId="issuedOn" PartnerClaimType="refreshTokenIssuedOnDateTime" />
      </OutputClaims>
    </TechnicalProfile>
  </TechnicalProfiles></ClaimsProvider></ClaimsProviders>
  <UserJourneys><UserJourney Id="RedeemRefreshToken"><OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges><ClaimsExchange Id="Grant" TechnicalProfileReferenceId="Grant-Read" /></ClaimsExchanges>
    </OrchestrationStep>
    <OrchestrationStep Order="2" Type="ClaimsExchange">
      <ClaimsExchanges><ClaimsExchange Id="Read" TechnicalProfileReferenceId="AAD-Read" /></ClaimsExchanges>
    </OrchestrationStep>
    <OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
  </OrchestrationSteps></UserJourney></UserJourneys>
  <RelyingParty>
    <DefaultUserJourney ReferenceId="SignUpOrSignIn" />
    <Endpoints><Endpoint Id="Token" UserJourneyReferenceId="RedeemRefreshToken" /></Endpoints>
    <TechnicalProfile Id="PolicyProfile"><DisplayName>PolicyProfile</DisplayName><Protocol Name="OpenIdConnect" />
      <OutputClaims>
        <OutputClaim ClaimTypeReferenceId="displayName" PartnerClaimType="name" />
        <OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="sub" />
        <OutputClaim ClaimTypeReferenceId="issuedOn" />
      </OutputClaims>
      <SubjectNamingInfo ClaimType="sub" />
    </TechnicalProfile>
  </RelyingParty>
</TrustFrameworkPolicy>`

const accounts = new Scenario({ policies: { 'Accounts.xml': accountsPolicy }, users: [ada] })
const scenario = accounts.with({
  policies: { 'Accounts.xml': accountsPolicy, 'Refreshing.xml': refreshing },
  policy: 'B2C_1A_Refreshing'
})

const signIn = { signInName: 'ada@contoso.com', password: 'Passw0rd!' }
const offline = { parameters: { scope: 'openid offline_access' } }

describe('a refresh token', () => {
  it('is redeemed again and again, without a page and without the session of the browser', async () => {
    const person = await scenario.person().opens(offline)
    await person.waits('1 minute')
    await person.fills(signIn)
    const token = { name: 'Ada Lovelace', sub: ada.objectId }
    expect(person.token).toEqual(token)
    await person.waits('1 hour')
    await person.closesBrowser().refreshes()
    expect(person.token).toEqual({ ...token, issuedOn: '2025-01-01T00:01:00.0000000Z' })
    await person.waits('1 hour')
    await person.refreshes()
    expect(person.token).toEqual({ ...token, issuedOn: '2025-01-01T01:01:00.0000000Z' })
    expect(person.session).toBeUndefined()
    await person.opens()
    expect(person.where).toBe('page api.signuporsignin')
  })

  it.each([
    ['while the journey goes on', scenario, offline, {}, 'there is no refresh token: page api.signuporsignin'],
    [
      'that nobody asked for',
      scenario,
      {},
      signIn,
      'the journey was not opened with the scope "offline_access"\n  help: open it with the parameters { scope: \'openid offline_access\' }'
    ],
    [
      'that the policy has no journey for',
      accounts,
      offline,
      signIn,
      'the relying party names no journey for refresh tokens\n  help: add <Endpoint Id="Token" UserJourneyReferenceId="…" /> to its Endpoints'
    ]
  ])('cannot be redeemed %s', async (_, from, visit, fill, message) => {
    const person = await from.person().opens(visit)
    await person.fills(fill)
    await expect(person.refreshes()).rejects.toThrow(message)
  })
})
