import { metadataChoices } from '../../src/rules/metadata-choices.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(metadataChoices, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">None</Item>
    <Item Key="AllowInsecureAuthInProduction">true</Item>
    <Item Key="SendClaimsIn">«Bdy»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['the metadata "SendClaimsIn" cannot be "Bdy"']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">None</Item>
    <Item Key="AllowInsecureAuthInProduction">true</Item>
    <Item Key="SendClaimsIn">body</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'a technical profile that does not run': {
    given: `<TechnicalProfile Id="Facebook-OAUTH">
  <DisplayName>Facebook</DisplayName>
  <Protocol Name="OAuth2" />
  <Metadata>
    <Item Key="HttpBinding">«PUT»</Item>
  </Metadata>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['the metadata "HttpBinding" cannot be "PUT"']
  },
  'a placeholder is not judged': {
    given: `<TechnicalProfile Id="Facebook-OAUTH">
  <DisplayName>Facebook</DisplayName>
  <Protocol Name="OAuth2" />
  <Metadata>
    <Item Key="HttpBinding">{Binding}</Item>
  </Metadata>
</TechnicalProfile>
<UserJourney Id="SignIn" />`
  }
})
