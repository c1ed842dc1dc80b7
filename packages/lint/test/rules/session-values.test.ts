import { sessionValues } from '../../src/rules/session-values.ts'
import { testRule } from '../support/testRule.ts'

testRule(sessionValues, {
  'is reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <SessionExpiryInSeconds>«60»</SessionExpiryInSeconds>
  </UserJourneyBehaviors>
</RelyingParty>`,
    finds: ['SessionExpiryInSeconds is 60; it can be 900 to 86400']
  },
  'is not reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <SessionExpiryInSeconds>900</SessionExpiryInSeconds>
  </UserJourneyBehaviors>
</RelyingParty>`
  },
  days: {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <SingleSignOn Scope="Tenant" KeepAliveInDays="«365»" />
  </UserJourneyBehaviors>
</RelyingParty>`,
    finds: ['KeepAliveInDays is 365; it can be 0 to 90']
  }
})
