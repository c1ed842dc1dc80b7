import { displayControlLayout } from '../../src/rules/display-control-layout.ts'
import { testRule } from '../support/testRule.ts'

testRule(displayControlLayout, {
  'is reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:1.2.0</DataUri>
</ContentDefinition>
<DisplayControl Id="emailControl" UserInterfaceControlType="VerificationControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="email" Required="true" />
    <DisplayClaim ClaimTypeReferenceId="verificationCode" ControlClaimType="VerificationCode" Required="true" />
  </DisplayClaims>
  <Actions>
    <Action Id="SendCode" />
    <Action Id="VerifyCode" />
  </Actions>
</DisplayControl>
<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim DisplayControlReferenceId="«emailControl»" />
    <DisplayClaim ClaimTypeReferenceId="signInName" />
  </DisplayClaims>
</TechnicalProfile>`,
    finds: ['a VerificationControl needs selfasserted 2.0.0 or later; "SelfAsserted-SignIn" is shown with 1.2.0']
  },
  'is not reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.26</DataUri>
</ContentDefinition>
<DisplayControl Id="emailControl" UserInterfaceControlType="VerificationControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="email" Required="true" />
    <DisplayClaim ClaimTypeReferenceId="verificationCode" ControlClaimType="VerificationCode" Required="true" />
  </DisplayClaims>
  <Actions>
    <Action Id="SendCode" />
    <Action Id="VerifyCode" />
  </Actions>
</DisplayControl>
<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim DisplayControlReferenceId="emailControl" />
    <DisplayClaim ClaimTypeReferenceId="signInName" />
  </DisplayClaims>
</TechnicalProfile>`
  }
})
