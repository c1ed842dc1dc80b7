import { javascriptOn } from '../../src/rules/javascript-on.ts'
import { testRule } from '../support/testRule.ts'

testRule(javascriptOn, {
  'is reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <ScriptExecution>«Allow»</ScriptExecution>
  </UserJourneyBehaviors>
</RelyingParty>`,
    finds: ['scripts are allowed: whoever can change the HTML of a page can read passwords']
  },
  'is not reported': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <ScriptExecution>Disallow</ScriptExecution>
  </UserJourneyBehaviors>
</RelyingParty>`
  }
})
