import { selectionChoice } from '../../src/rules/selection-choice.ts'
import { testRule } from '../support/testRule.ts'

testRule(selectionChoice, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    «<ClaimsProviderSelection TargetClaimsExchangeId="Form" ValidationClaimsExchangeId="Form" />»
  </ClaimsProviderSelections>
  <ClaimsExchanges>
    <ClaimsExchange Id="Form" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: ['a selection in step 1 of user journey "Given" has two targets']
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection ValidationClaimsExchangeId="Form" />
  </ClaimsProviderSelections>
  <ClaimsExchanges>
    <ClaimsExchange Id="Form" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'no target at all': {
    given: `<OrchestrationStep Order="1" Type="ClaimsProviderSelection" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    «<ClaimsProviderSelection />»
  </ClaimsProviderSelections>
</OrchestrationStep>`,
    finds: ['a selection in step 1 of user journey "Given" has no target']
  }
})
