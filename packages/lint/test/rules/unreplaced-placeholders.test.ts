import { unreplacedPlaceholders } from '../../src/rules/unreplaced-placeholders.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(unreplacedPlaceholders, {
  'is reported': {
    given: `<TechnicalProfile Id="Contoso-OIDC">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <Metadata>
    <Item Key="client_id">«{ContosoClientId}»</Item>
    <Item Key="METADATA">https://login.contoso.com/.well-known/openid-configuration</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['{ContosoClientId} in the metadata "client_id" is no setting, and nothing replaces it at run time']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-OIDC">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <Metadata>
    <Item Key="client_id">0f2c5e8a-5d3f-4f0b-9a54-2b8d2f6f1c11</Item>
    <Item Key="METADATA">https://login.contoso.com/.well-known/openid-configuration</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'what the service fills in itself': {
    given: `<TechnicalProfile Id="Local">
  <DisplayName>Local</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <Metadata>
    <Item Key="client_id">{service:te}</Item>
    <Item Key="METADATA">https://login.contoso.com/{tenant}/.well-known/openid-configuration</Item>
  </Metadata>
</TechnicalProfile>
<UserJourney Id="SignIn" />`
  },
  'claims in the URL of a RESTful technical profile': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier/{id}</Item>
    <Item Key="SendClaimsIn">Url</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="id" />
  </InputClaims>
</TechnicalProfile>
<UserJourney Id="SignIn" />`
  }
})
