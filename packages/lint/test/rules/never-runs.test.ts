import { neverRuns } from '../../src/rules/never-runs.ts'
import { testRule } from '../support/testRule.ts'

testRule(neverRuns, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <Preconditions>
    <Precondition Type="ClaimsExist" ExecuteActionsIf="true">
      <Value>objectId</Value>
      <Action>SkipThisOrchestrationStep</Action>
    </Precondition>
    «<Precondition Type="ClaimsExist" ExecuteActionsIf="false">»
      <Value>objectId</Value>
      <Action>SkipThisOrchestrationStep</Action>
    </Precondition>
  </Preconditions>
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: [
      'step 1 of user journey "Given" never runs: it is skipped when "objectId" has a value, and when it has none'
    ]
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
  }
})
