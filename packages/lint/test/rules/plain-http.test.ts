import { plainHttp } from '../../src/rules/plain-http.ts'
import { testRule } from '../support/testRule.ts'

testRule(plainHttp, {
  'is reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LoadUri>«http://pages.contoso.com/signup.html»</LoadUri>
</ContentDefinition>`,
    finds: [
      'the LoadUri of content definition "api.selfasserted" is a URL without TLS: "http://pages.contoso.com/signup.html"'
    ]
  },
  'is not reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LoadUri>https://pages.contoso.com/signup.html</LoadUri>
</ContentDefinition>`
  },
  'metadata, and frames': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <Metadata>
    <Item Key="ClaimsEndpoint">«http://login.contoso.com/me»</Item>
    <Item Key="AccessTokenEndpoint">http://localhost:4000/token</Item>
  </Metadata>
</TechnicalProfile>
<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <JourneyFraming Enabled="true" Sources="«https://a.contoso.com http://b.contoso.com»" />
  </UserJourneyBehaviors>
</RelyingParty>`,
    finds: [
      'the metadata "ClaimsEndpoint" of "Contoso-OAuth" is a URL without TLS: "http://login.contoso.com/me"',
      'JourneyFraming allows frames of pages without TLS'
    ]
  }
})
