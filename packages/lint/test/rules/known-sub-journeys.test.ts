import { knownSubJourneys } from '../../src/rules/known-sub-journeys.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownSubJourneys, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="InvokeSubJourney">
  <JourneyList>
    <Candidate SubJourneyReferenceId="«PasswordReset»" />
  </JourneyList>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: [
      'step 1 of user journey "Given" refers to the sub journey "PasswordReset", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="InvokeSubJourney">
  <JourneyList>
    <Candidate SubJourneyReferenceId="PasswordReset" />
  </JourneyList>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
<SubJourney Id="PasswordReset" Type="Call">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges>
        <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
      </ClaimsExchanges>
    </OrchestrationStep>
  </OrchestrationSteps>
</SubJourney>`
  }
})
