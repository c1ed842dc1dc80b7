import { insecureInProduction } from '../../src/rules/insecure-in-production.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(insecureInProduction, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">None</Item>
    <Item Key="AllowInsecureAuthInProduction">«true»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['"REST-GetTier" calls its API without authentication, in production too: anybody can call it']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">ApiKeyHeader</Item>
  </Metadata>
  <CryptographicKeys>
    <Key Id="x-api-key" StorageReferenceId="B2C_1A_ApiKey" />
  </CryptographicKeys>
</TechnicalProfile>`
  },
  'left over beside authentication': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">Basic</Item>
    <Item Key="AllowInsecureAuthInProduction">«true»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['"REST-GetTier" authenticates, and allows calls without authentication all the same']
  }
})
