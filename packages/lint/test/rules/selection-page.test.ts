import { selectionPage } from '../../src/rules/selection-page.ts'
import { testRule } from '../support/testRule.ts'

testRule(selectionPage, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="«CombinedSignInAndSignUp»">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection ValidationClaimsExchangeId="Form" />
  </ClaimsProviderSelections>
  <ClaimsExchanges>
    <ClaimsExchange Id="Form" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: ['step 1 of user journey "Given" shows a page and has no ContentDefinitionReferenceId']
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
  'nothing to select': {
    given: `<OrchestrationStep Order="1" Type="«ClaimsProviderSelection»" ContentDefinitionReferenceId="api.signuporsignin" />`,
    finds: ['step 1 of user journey "Given" lets the user select, and has no ClaimsProviderSelections']
  }
})
