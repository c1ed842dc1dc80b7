import { messagesShowUrls } from '../../src/rules/messages-show-urls.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(messagesShowUrls, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="DefaultUserMessageIfRequestFailed">«The service {0} does not answer.»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['the message "DefaultUserMessageIfRequestFailed" shows users the URL of the service: {0} stands for it']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="DefaultUserMessageIfRequestFailed">We cannot check your membership at the moment.</Item>
    <Item Key="UserMessageIfRequestTimeout">We waited {0} seconds for an answer. Please try again later.</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'a URL, and a localized message': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="UserMessageIfCircuitOpen">«See https://status.contoso.com»</Item>
  </Metadata>
</TechnicalProfile>
<Localization Enabled="true">
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="ErrorMessage" StringId="UserMessageIfRequestTimeout">«{1} took {0} seconds.»</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`,
    finds: [
      'the message "UserMessageIfRequestTimeout" shows users the URL of the service: {1} stands for it',
      'the message "UserMessageIfCircuitOpen" shows users a URL'
    ]
  }
})
