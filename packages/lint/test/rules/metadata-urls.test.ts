import { metadataUrls } from '../../src/rules/metadata-urls.ts'
import { testRule } from '../support/testRule.ts'

testRule(metadataUrls, {
  'is reported': {
    given: `<TechnicalProfile Id="Contoso-OIDC">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <Metadata>
    <Item Key="client_id">portal</Item>
    <Item Key="METADATA">«login.contoso.com/.well-known/openid-configuration»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['the metadata "METADATA" is no absolute URL: "login.contoso.com/.well-known/openid-configuration"']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-OIDC">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <Metadata>
    <Item Key="client_id">portal</Item>
    <Item Key="METADATA">https://login.contoso.com/.well-known/openid-configuration</Item>
  </Metadata>
</TechnicalProfile>`
  }
})
