import { framingSources } from '../../src/rules/framing-sources.ts'
import { testRule } from '../support/testRule.ts'

testRule(framingSources, {
  'is reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <JourneyFraming Enabled="true" Sources="«https://*.contoso.com»" />
  </UserJourneyBehaviors>
</RelyingParty>`,
    finds: ['JourneyFraming allows frames with a wildcard, so that other sites can catch clicks and keys']
  },
  'is not reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <JourneyFraming Enabled="true" Sources="https://app.contoso.com" />
  </UserJourneyBehaviors>
</RelyingParty>`
  }
})
