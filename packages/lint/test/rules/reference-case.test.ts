import { referenceCase } from '../../src/rules/reference-case.ts'
import { testRule } from '../support/testRule.ts'

testRule(referenceCase, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="«DisplayName»" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['"DisplayName" is defined as "displayName"']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="displayName" />
  </OutputClaims>
</TechnicalProfile>`
  }
})
