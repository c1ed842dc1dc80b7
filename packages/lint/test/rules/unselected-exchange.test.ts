import { unselectedExchange } from '../../src/rules/unselected-exchange.ts'
import { testRule } from '../support/testRule.ts'

testRule(unselectedExchange, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsProviderSelection" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection TargetClaimsExchangeId="Local" />
  </ClaimsProviderSelections>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="Local" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
    <ClaimsExchange Id="«Other»" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`,
    finds: ['claims exchange "Other" of step 2 of user journey "Given" can never run: step 1 does not offer it']
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsProviderSelection" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection TargetClaimsExchangeId="Local" />
    <ClaimsProviderSelection TargetClaimsExchangeId="Other" />
  </ClaimsProviderSelections>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="Local" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
    <ClaimsExchange Id="Other" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="3" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'the sign-up link leads there': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="SignUpTarget">SignUp</Item>
  </Metadata>
</TechnicalProfile>
<OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection ValidationClaimsExchangeId="Form" />
    <ClaimsProviderSelection TargetClaimsExchangeId="Local" />
  </ClaimsProviderSelections>
  <ClaimsExchanges>
    <ClaimsExchange Id="Form" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="Local" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
    <ClaimsExchange Id="SignUp" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>`
  }
})
