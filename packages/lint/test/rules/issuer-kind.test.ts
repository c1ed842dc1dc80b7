import { issuerKind } from '../../src/rules/issuer-kind.ts'
import { testRule } from '../support/testRule.ts'

testRule(issuerKind, {
  'is reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="«SM-jwt-issuer»" />`,
    finds: ['"SM-jwt-issuer" issues nothing: its handler is OAuthSSOSessionProvider']
  },
  'is not reported': {
    given: `<OrchestrationStep Order="1" Type="ClaimsExchange">
  <ClaimsExchanges>
    <ClaimsExchange Id="SignIn" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  },
  'the default issuer of a journey': {
    given: `<UserJourney Id="SignIn" DefaultCpimIssuerTechnicalProfileReferenceId="«AAD-Common»" />`,
    finds: ['"AAD-Common" issues nothing: its handler is AzureActiveDirectoryProvider']
  }
})
