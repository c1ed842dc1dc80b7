import { nestedSubJourney } from '../../src/rules/nested-sub-journey.ts'
import { testRule } from '../support/testRule.ts'

testRule(nestedSubJourney, {
  'is reported': {
    given: `<SubJourney Id="Inner" Type="Call">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges>
        <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
      </ClaimsExchanges>
    </OrchestrationStep>
  </OrchestrationSteps>
</SubJourney>
<SubJourney Id="Outer" Type="Call">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="«InvokeSubJourney»">
      <JourneyList>
        <Candidate SubJourneyReferenceId="Inner" />
      </JourneyList>
    </OrchestrationStep>
  </OrchestrationSteps>
</SubJourney>`,
    finds: ['step 1 of sub journey "Outer" invokes a sub journey']
  },
  'is not reported': {
    given: `<SubJourney Id="Inner" Type="Call">
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
