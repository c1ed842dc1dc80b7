import { preconditionBooleans } from '../../src/rules/precondition-booleans.ts'
import { testRule } from '../support/testRule.ts'

testRule(preconditionBooleans, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <Preconditions>
    <Precondition Type="ClaimEquals" ExecuteActionsIf="true">
      <Value>newUser</Value>
      <Value>«true»</Value>
      <Action>SkipThisOrchestrationStep</Action>
    </Precondition>
  </Preconditions>
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: ['"newUser" is a boolean, which is True or False as a text and never "true"']
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <Preconditions>
    <Precondition Type="ClaimEquals" ExecuteActionsIf="true">
      <Value>newUser</Value>
      <Value>True</Value>
      <Action>SkipThisOrchestrationStep</Action>
    </Precondition>
  </Preconditions>
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'no boolean at all, in a validation': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <ValidationTechnicalProfiles>
    <ValidationTechnicalProfile ReferenceId="AAD-ReadBySignInName">
      <Preconditions>
        <Precondition Type="ClaimEquals" ExecuteActionsIf="true">
          <Value>isMember</Value>
          <Value>«gold»</Value>
          <Action>SkipThisValidationTechnicalProfile</Action>
        </Precondition>
      </Preconditions>
    </ValidationTechnicalProfile>
  </ValidationTechnicalProfiles>
</TechnicalProfile>`,
    finds: ['"isMember" is a boolean, which is True or False as a text and never "gold"']
  }
})
