import { resolverDefault } from '../../src/rules/resolver-default.ts'
import { testRule } from '../support/testRule.ts'

testRule(resolverDefault, {
  'is reported': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="login_hint" DefaultValue="«{OIDC:LoginHint}»" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      '"{OIDC:LoginHint}" does not count when "signInName" has a value already, as "SelfAsserted-SignIn" may give it'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="login_hint" DefaultValue="{OIDC:LoginHint}" AlwaysUseDefaultValue="true" />
  </InputClaims>
</TechnicalProfile>`
  },
  'a claim that nothing else writes': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="city" DefaultValue="{OIDC:LoginHint}" />
  </InputClaims>
</TechnicalProfile>`
  }
})
