import { stepAfterSelection } from '../../src/rules/step-after-selection.ts'
import { testRule } from '../support/testRule.ts'

testRule(stepAfterSelection, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsProviderSelection" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection TargetClaimsExchangeId="Local" />
  </ClaimsProviderSelections>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="«SendClaims»" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: ['step 2 of user journey "Given" follows a selection and must be of type ClaimsExchange; it is SendClaims']
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsProviderSelection" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection TargetClaimsExchangeId="Local" />
  </ClaimsProviderSelections>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="Local" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'no step at all': {
    given: `<OrchestrationStep Order="1" Type="«ClaimsProviderSelection»" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection TargetClaimsExchangeId="Local" />
  </ClaimsProviderSelections>
</OrchestrationStep>`,
    finds: ['step 1 of user journey "Given" is a selection, and no step follows it']
  }
})
