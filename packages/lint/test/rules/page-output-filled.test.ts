import { pageOutputFilled } from '../../src/rules/page-output-filled.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(pageOutputFilled, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="signInName" />
    <DisplayClaim ClaimTypeReferenceId="password" />
  </DisplayClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="«city»" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['page "SelfAsserted-SignIn" outputs "city" in user journey "Given", and nothing gives it a value']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="signInName" />
    <DisplayClaim ClaimTypeReferenceId="password" />
    <DisplayClaim ClaimTypeReferenceId="city" />
  </DisplayClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="city" />
  </OutputClaims>
</TechnicalProfile>`
  },
  'a claim without a control, which no validation gives': {
    given: `<TechnicalProfile Id="Page">
  <DisplayName>Page</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">api.selfasserted</Item>
  </Metadata>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="city" />
    <OutputClaim ClaimTypeReferenceId="«tier»" />
    <OutputClaim ClaimTypeReferenceId="newUser" DefaultValue="true" />
    <OutputClaim ClaimTypeReferenceId="objectId" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['page "Page" outputs "tier" in user journey "Given", and nothing gives it a value']
  }
})
