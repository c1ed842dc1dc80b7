import { knownEndpoints } from '../../src/rules/known-endpoints.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownEndpoints, {
  'is reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <Endpoints>
    <Endpoint Id="«UserInformation»" UserJourneyReferenceId="SignIn" />
  </Endpoints>
</RelyingParty>`,
    finds: ['there is no endpoint "UserInformation"']
  },
  'is not reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <Endpoints>
    <Endpoint Id="UserInfo" UserJourneyReferenceId="SignIn" />
  </Endpoints>
</RelyingParty>`
  }
})
