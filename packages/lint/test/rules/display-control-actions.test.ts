import { displayControlActions } from '../../src/rules/display-control-actions.ts'
import { testRule } from '../support/testRule.ts'

testRule(displayControlActions, {
  'is reported': {
    given: `<DisplayControl Id="«emailControl»" UserInterfaceControlType="VerificationControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="email" Required="true" />
    <DisplayClaim ClaimTypeReferenceId="verificationCode" ControlClaimType="VerificationCode" Required="true" />
  </DisplayClaims>
  <Actions>
    <Action Id="SendCode" />
  </Actions>
</DisplayControl>`,
    finds: ['display control "emailControl" is a VerificationControl and has no action "VerifyCode"']
  },
  'is not reported': {
    given: `<DisplayControl Id="emailControl" UserInterfaceControlType="VerificationControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="email" Required="true" />
    <DisplayClaim ClaimTypeReferenceId="verificationCode" ControlClaimType="VerificationCode" Required="true" />
  </DisplayClaims>
  <Actions>
    <Action Id="SendCode" />
    <Action Id="VerifyCode" />
  </Actions>
</DisplayControl>`
  },
  'the claim of a control': {
    given: `<DisplayControl Id="«qrCode»" UserInterfaceControlType="QrCodeControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="city" />
  </DisplayClaims>
</DisplayControl>`,
    finds: [
      'display control "qrCode" is a QrCodeControl and has no display claim with ControlClaimType "QrCodeContent"'
    ]
  }
})
