import { noAuthentication } from '../../src/rules/no-authentication.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(noAuthentication, {
  'is reported': {
    given: `<TrustFrameworkPolicy xmlns="http://schemas.microsoft.com/online/cpim/schemas/2013/06"
  PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" PolicyId="B2C_1A_Given"
  PublicPolicyUri="http://contoso.onmicrosoft.com/B2C_1A_Given" DeploymentMode="Development">
  <BasePolicy>
    <TenantId>contoso.onmicrosoft.com</TenantId>
    <PolicyId>B2C_1A_Base</PolicyId>
  </BasePolicy>
  <ClaimsProviders>
    <ClaimsProvider>
      <DisplayName>API</DisplayName>
      <TechnicalProfiles>
        <TechnicalProfile Id="REST-GetTier">
          <DisplayName>Tier of the customer</DisplayName>
          <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
          <Metadata>
            <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
            <Item Key="AuthenticationType">«None»</Item>
          </Metadata>
        </TechnicalProfile>
      </TechnicalProfiles>
    </ClaimsProvider>
  </ClaimsProviders>
</TrustFrameworkPolicy>`,
    finds: ['"REST-GetTier" calls its API without authentication: anybody can call it']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">Basic</Item>
  </Metadata>
  <CryptographicKeys>
    <Key Id="BasicAuthenticationUsername" StorageReferenceId="B2C_1A_ApiUser" />
    <Key Id="BasicAuthenticationPassword" StorageReferenceId="B2C_1A_ApiPassword" />
  </CryptographicKeys>
</TechnicalProfile>`
  }
})
