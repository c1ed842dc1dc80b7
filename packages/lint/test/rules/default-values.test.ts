import { defaultValues } from '../../src/rules/default-values.ts'
import { testRule } from '../support/testRule.ts'

testRule(defaultValues, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="points" DefaultValue="«many»" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['the default value of "points" is no int: expected an integer from -2147483648 to 2147483647']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="points" DefaultValue="100" />
  </OutputClaims>
</TechnicalProfile>`
  },
  'a technical profile that does not run': {
    given: `<TechnicalProfile Id="Unused">
  <DisplayName>Unused</DisplayName>
  <Protocol Name="OAuth2" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="isMember" DefaultValue="«yes»" />
  </OutputClaims>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['the default value of "isMember" is no boolean: expected true or false']
  }
})
