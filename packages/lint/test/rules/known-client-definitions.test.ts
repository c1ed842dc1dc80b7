import { knownClientDefinitions } from '../../src/rules/known-client-definitions.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownClientDefinitions, {
  'is reported': {
    given: `<UserJourney Id="SignIn">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges>
        <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
      </ClaimsExchanges>
    </OrchestrationStep>
  </OrchestrationSteps>
  <ClientDefinition ReferenceId="«DefaultWeb»" />
</UserJourney>`,
    finds: [
      'user journey "SignIn" refers to the client definition "DefaultWeb", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<UserJourney Id="SignIn">
  <OrchestrationSteps>
    <OrchestrationStep Order="1" Type="ClaimsExchange">
      <ClaimsExchanges>
        <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
      </ClaimsExchanges>
    </OrchestrationStep>
  </OrchestrationSteps>
</UserJourney>`
  }
})
