import { preconditionActions } from '../../src/rules/precondition-actions.ts'
import { testRule } from '../support/testRule.ts'

testRule(preconditionActions, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <Preconditions>
    <Precondition Type="ClaimsExist" ExecuteActionsIf="true">
      <Value>objectId</Value>
      <Action>«SkipThisValidationTechnicalProfile»</Action>
    </Precondition>
  </Preconditions>
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: ['the precondition of step 1 of user journey "Given" has the action "SkipThisValidationTechnicalProfile"']
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <Preconditions>
    <Precondition Type="ClaimsExist" ExecuteActionsIf="true">
      <Value>objectId</Value>
      <Action>SkipThisOrchestrationStep</Action>
    </Precondition>
  </Preconditions>
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'a validation': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <ValidationTechnicalProfiles>
    <ValidationTechnicalProfile ReferenceId="AAD-ReadBySignInName">
      <Preconditions>
        <Precondition Type="ClaimsExist" ExecuteActionsIf="true">
          <Value>objectId</Value>
          <Action>«SkipThisOrchestrationStep»</Action>
        </Precondition>
      </Preconditions>
    </ValidationTechnicalProfile>
  </ValidationTechnicalProfiles>
</TechnicalProfile>`,
    finds: ['the precondition of the validation "AAD-ReadBySignInName" has the action "SkipThisOrchestrationStep"']
  }
})
