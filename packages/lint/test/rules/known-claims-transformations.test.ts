import { knownClaimsTransformations } from '../../src/rules/known-claims-transformations.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownClaimsTransformations, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <OutputClaimsTransformations>
    <OutputClaimsTransformation ReferenceId="«CreateGreeting»" />
  </OutputClaimsTransformations>
</TechnicalProfile>`,
    finds: [
      'technical profile "AAD-ReadBySignInName" refers to the claims transformation "CreateGreeting", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<ClaimsTransformation Id="CreateGreeting" TransformationMethod="FormatStringClaim">
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" TransformationClaimType="inputClaim" />
  </InputClaims>
  <InputParameters>
    <InputParameter Id="stringFormat" DataType="string" Value="Hello {0}" />
  </InputParameters>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" TransformationClaimType="outputClaim" />
  </OutputClaims>
</ClaimsTransformation>
<TechnicalProfile Id="AAD-ReadBySignInName">
  <OutputClaimsTransformations>
    <OutputClaimsTransformation ReferenceId="CreateGreeting" />
  </OutputClaimsTransformations>
</TechnicalProfile>`
  },
  'a technical profile that does not run': {
    given: `<TechnicalProfile Id="Unused">
  <DisplayName>Unused</DisplayName>
  <Protocol Name="OAuth2" />
  <InputClaimsTransformations>
    <InputClaimsTransformation ReferenceId="«Nothing»" />
  </InputClaimsTransformations>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: [
      'technical profile "Unused" refers to the claims transformation "Nothing", which neither the policy nor its base policies have'
    ]
  }
})
