import { knownMetadata } from '../../src/rules/known-metadata.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownMetadata, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="«ServceUrl»">https://api.contoso.com/tier</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['RestfulProvider has no metadata "ServceUrl"; it is ignored']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'a key of another handler': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <Metadata>
    <Item Key="«EnforceEmailVerification»">false</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['AzureActiveDirectoryProvider has no metadata "EnforceEmailVerification"; it is ignored']
  },
  'nothing like any key': {
    given: `<TechnicalProfile Id="SM-AAD">
  <Metadata>
    <Item Key="«Colour»">blue</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['DefaultSSOSessionProvider has no metadata "Colour"; it is ignored']
  },
  'texts of a page': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="language.button_continue">Go on</Item>
  </Metadata>
</TechnicalProfile>`
  }
})
