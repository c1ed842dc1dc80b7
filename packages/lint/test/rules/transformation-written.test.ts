import { transformationWritten } from '../../src/rules/transformation-written.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(transformationWritten, {
  'is reported': {
    given: `<ClaimsTransformation Id="GetDomain" TransformationMethod="ParseDomain">
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«email»" TransformationClaimType="emailAddress" />
  </InputClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" TransformationClaimType="domain" />
  </OutputClaims>
</ClaimsTransformation>
<TechnicalProfile Id="ReadDomain">
  <DisplayName>Domain of the address</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.ClaimsTransformationProtocolProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" />
  </OutputClaims>
  <OutputClaimsTransformations>
    <OutputClaimsTransformation ReferenceId="GetDomain" />
  </OutputClaimsTransformations>
</TechnicalProfile>`,
    finds: [
      'claims transformation "GetDomain" (ParseDomain) needs "email" in step 2 of user journey "Given", and nothing before writes it'
    ]
  },
  'is not reported': {
    given: `<ClaimsTransformation Id="GetDomain" TransformationMethod="ParseDomain">
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" TransformationClaimType="emailAddress" />
  </InputClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" TransformationClaimType="domain" />
  </OutputClaims>
</ClaimsTransformation>
<TechnicalProfile Id="ReadDomain">
  <DisplayName>Domain of the address</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.ClaimsTransformationProtocolProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" />
  </OutputClaims>
  <OutputClaimsTransformations>
    <OutputClaimsTransformation ReferenceId="GetDomain" />
  </OutputClaimsTransformations>
</TechnicalProfile>`
  }
})
