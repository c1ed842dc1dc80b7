import { journeyList } from '../../src/rules/journey-list.ts'
import { testRule } from '../support/testRule.ts'

testRule(journeyList, {
  'is reported': {
    given: `<SubJourney Id="Reset" Type="Call">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges>
        <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
      </ClaimsExchanges>
    </OrchestrationStep>
  </OrchestrationSteps>
</SubJourney>
<OrchestrationStep Order="1" Type="InvokeSubJourney">
  <JourneyList>
    <Candidate SubJourneyReferenceId="Reset" />
    <Candidate SubJourneyReferenceId="«reset»" />
  </JourneyList>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: ['step 1 of user journey "Given" names 2 sub journeys; which of them runs is not documented']
  },
  'is not reported': {
    given: `<SubJourney Id="Reset" Type="Call">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges>
        <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
      </ClaimsExchanges>
    </OrchestrationStep>
  </OrchestrationSteps>
</SubJourney>
<OrchestrationStep Order="1" Type="InvokeSubJourney">
  <JourneyList>
    <Candidate SubJourneyReferenceId="Reset" />
  </JourneyList>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'none, and one that is not used': {
    given: `<OrchestrationStep Order="«1»" Type="InvokeSubJourney" />
<OrchestrationStep Order="2" Type="Noop">
  <JourneyList>
    <Candidate SubJourneyReferenceId="«Reset»" />
  </JourneyList>
</OrchestrationStep>`,
    finds: [
      'step 1 of user journey "Given" invokes a sub journey, and names none',
      'step 2 of user journey "Given" is of type Noop; its JourneyList is not used'
    ]
  }
})
