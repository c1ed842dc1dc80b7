import { subJourneyEnd } from '../../src/rules/sub-journey-end.ts'
import { testRule } from '../support/testRule.ts'

testRule(subJourneyEnd, {
  'is reported': {
    given: `<SubJourney Id="Error" Type="«Transfer»">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges>
        <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
      </ClaimsExchanges>
    </OrchestrationStep>
  </OrchestrationSteps>
</SubJourney>`,
    finds: ['sub journey "Error" does not come back; it must send claims itself']
  },
  'is not reported': {
    given: `<SubJourney Id="Error" Type="Transfer">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
  </OrchestrationSteps>
</SubJourney>`
  },
  'a called one that sends claims': {
    given: `<SubJourney Id="Reset" Type="Call">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="«SendClaims»" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />
  </OrchestrationSteps>
</SubJourney>`,
    finds: ['sub journey "Reset" is called and comes back; it cannot send claims']
  }
})
