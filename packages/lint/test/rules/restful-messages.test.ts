import { restfulMessages } from '../../src/rules/restful-messages.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(restfulMessages, {
  'is reported': {
    given: `<TechnicalProfile Id="«REST-GetTier»">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['when "REST-GetTier" fails, users read B2C\'s own text, which shows them the URL of the service']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="DefaultUserMessageIfRequestFailed">We cannot check your membership at the moment. Please try again later.</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'a localized message counts': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
  </Metadata>
</TechnicalProfile>
<Localization Enabled="true">
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="ErrorMessage" StringId="DefaultUserMessageIfRequestFailed">Try again later.</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`
  }
})
