import { knownDisplayControls } from '../../src/rules/known-display-controls.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownDisplayControls, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim DisplayControlReferenceId="«emailControl»" />
    <DisplayClaim ClaimTypeReferenceId="signInName" />
    <DisplayClaim ClaimTypeReferenceId="password" />
  </DisplayClaims>
</TechnicalProfile>`,
    finds: [
      'technical profile "SelfAsserted-SignIn" refers to the display control "emailControl", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="signInName" />
    <DisplayClaim ClaimTypeReferenceId="password" />
  </DisplayClaims>
</TechnicalProfile>`
  },
  'a page that does not run': {
    given: `<TechnicalProfile Id="Unused">
  <DisplayName>Unused</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <DisplayClaims>
    <DisplayClaim DisplayControlReferenceId="«nothing»" />
  </DisplayClaims>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: [
      'technical profile "Unused" refers to the display control "nothing", which neither the policy nor its base policies have'
    ]
  }
})
