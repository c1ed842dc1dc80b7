import { pageClaims } from '../../src/rules/page-claims.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(pageClaims, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="signInName" />
    <DisplayClaim ClaimTypeReferenceId="«tier»" />
  </DisplayClaims>
</TechnicalProfile>`,
    finds: ['"SelfAsserted-SignIn" asks the user for "tier", which has no UserInputType and is not shown']
  },
  'is not reported': {
    given: `<ClaimType Id="tier">
  <UserInputType>TextBox</UserInputType>
</ClaimType>
<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="signInName" />
    <DisplayClaim ClaimTypeReferenceId="tier" />
  </DisplayClaims>
</TechnicalProfile>`
  },
  'a required output claim of a page without display claims': {
    given: `<TechnicalProfile Id="Page">
  <DisplayName>Page</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="city" Required="true" />
    <OutputClaim ClaimTypeReferenceId="«tier»" Required="true" />
    <OutputClaim ClaimTypeReferenceId="newUser" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['"Page" asks the user for "tier", which has no UserInputType and is not shown']
  }
})
