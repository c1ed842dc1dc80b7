import { knownClaimTypes } from '../../src/rules/known-claim-types.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownClaimTypes, {
  'is reported': {
    given: `<ClaimsTransformation Id="CreateGreeting" TransformationMethod="FormatStringClaim">
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«dispayName»" TransformationClaimType="inputClaim" />
  </InputClaims>
  <InputParameters>
    <InputParameter Id="stringFormat" DataType="string" Value="Hello {0}" />
  </InputParameters>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" TransformationClaimType="outputClaim" />
  </OutputClaims>
</ClaimsTransformation>`,
    finds: [
      'claims transformation "CreateGreeting" refers to the claim type "dispayName", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<ClaimsTransformation Id="CreateGreeting" TransformationMethod="FormatStringClaim">
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="displayName" TransformationClaimType="inputClaim" />
  </InputClaims>
  <InputParameters>
    <InputParameter Id="stringFormat" DataType="string" Value="Hello {0}" />
  </InputParameters>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" TransformationClaimType="outputClaim" />
  </OutputClaims>
</ClaimsTransformation>`
  },
  'everywhere: profiles that do not run, preconditions, display controls': {
    given: `<DisplayControl Id="phoneControl" UserInterfaceControlType="VerificationControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="«phone»" />
    <DisplayClaim ClaimTypeReferenceId="verificationCode" ControlClaimType="VerificationCode" />
  </DisplayClaims>
  <Actions>
    <Action Id="SendCode" />
    <Action Id="VerifyCode" />
  </Actions>
</DisplayControl>
<TechnicalProfile Id="Unused">
  <DisplayName>Unused</DisplayName>
  <Protocol Name="OAuth2" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="«nobody»" />
  </OutputClaims>
</TechnicalProfile>
<UserJourney Id="Other">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer">
      <Preconditions>
        <Precondition Type="ClaimEquals" ExecuteActionsIf="true">
          <Value>«level»</Value>
          <Value>gold</Value>
          <Action>SkipThisOrchestrationStep</Action>
        </Precondition>
      </Preconditions>
    </OrchestrationStep>
  </OrchestrationSteps>
</UserJourney>`,
    finds: [
      'display control "phoneControl" refers to the claim type "phone", which neither the policy nor its base policies have',
      'technical profile "Unused" refers to the claim type "nobody", which neither the policy nor its base policies have',
      'step 1 of user journey "Other" refers to the claim type "level", which neither the policy nor its base policies have'
    ]
  }
})
