import { requiredInputWritten } from '../../src/rules/required-input-written.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(requiredInputWritten, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«email»" Required="true" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      'claim "email" is a required input of "REST-GetTier" in step 2 of user journey "Given", and no step before writes it'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" Required="true" />
  </InputClaims>
</TechnicalProfile>`
  },
  'a validation gives it, and the page does not keep it': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="city" />
  </OutputClaims>
</TechnicalProfile>
<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«city»" Required="true" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      'claim "city" is a required input of "REST-GetTier" in step 2 of user journey "Given", and no step before writes it'
    ]
  }
})
