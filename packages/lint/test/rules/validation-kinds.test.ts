import { validationKinds } from '../../src/rules/validation-kinds.ts'
import { testRule } from '../support/testRule.ts'

testRule(validationKinds, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <ValidationTechnicalProfiles>
    <ValidationTechnicalProfile ReferenceId="«JwtIssuer»" />
  </ValidationTechnicalProfiles>
</TechnicalProfile>`,
    finds: ['"JwtIssuer" cannot be a validation: it issues tokens']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <ValidationTechnicalProfiles>
    <ValidationTechnicalProfile ReferenceId="AAD-ReadBySignInName" />
  </ValidationTechnicalProfiles>
</TechnicalProfile>`
  },
  'actions of display controls': {
    given: `<DisplayControl Id="emailControl" UserInterfaceControlType="VerificationControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="email" />
    <DisplayClaim ClaimTypeReferenceId="verificationCode" ControlClaimType="VerificationCode" />
  </DisplayClaims>
  <Actions>
    <Action Id="SendCode">
      <ValidationClaimsExchange>
        <ValidationClaimsExchangeTechnicalProfile TechnicalProfileReferenceId="«SelfAsserted-SignIn»" />
      </ValidationClaimsExchange>
    </Action>
    <Action Id="VerifyCode" />
  </Actions>
</DisplayControl>`,
    finds: ['"SelfAsserted-SignIn" cannot be a validation: it shows a page of its own']
  }
})
