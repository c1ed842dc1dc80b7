import { requiredKeys } from '../../src/rules/required-keys.ts'
import { testRule } from '../support/testRule.ts'

testRule(requiredKeys, {
  'is reported': {
    given: `<TechnicalProfile Id="«Contoso-OAuth»">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <Metadata>
    <Item Key="client_id">portal</Item>
    <Item Key="authorization_endpoint">https://login.contoso.com/authorize</Item>
    <Item Key="AccessTokenEndpoint">https://login.contoso.com/token</Item>
    <Item Key="ClaimsEndpoint">https://login.contoso.com/me</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['technical profile "Contoso-OAuth" lacks the key "client_secret", which OAuth2 requires']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <Metadata>
    <Item Key="client_id">portal</Item>
    <Item Key="authorization_endpoint">https://login.contoso.com/authorize</Item>
    <Item Key="AccessTokenEndpoint">https://login.contoso.com/token</Item>
    <Item Key="ClaimsEndpoint">https://login.contoso.com/me</Item>
  </Metadata>
  <CryptographicKeys>
    <Key Id="client_secret" StorageReferenceId="B2C_1A_ContosoSecret" />
  </CryptographicKeys>
</TechnicalProfile>`
  },
  'a client that proves who it is by an assertion': {
    given: `<TechnicalProfile Id="«Contoso-OAuth»">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <Metadata>
    <Item Key="client_id">portal</Item>
    <Item Key="authorization_endpoint">https://login.contoso.com/authorize</Item>
    <Item Key="AccessTokenEndpoint">https://login.contoso.com/token</Item>
    <Item Key="ClaimsEndpoint">https://login.contoso.com/me</Item>
    <Item Key="token_endpoint_auth_method">private_key_jwt</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['technical profile "Contoso-OAuth" lacks the key "assertion_signing_key", which OAuth2 requires']
  }
})
