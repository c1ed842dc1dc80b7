import { directoryKeyName } from '../../src/rules/directory-key-name.ts'
import { testRule } from '../support/testRule.ts'

testRule(directoryKeyName, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadByCity">
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«city»" Required="true" />
  </InputClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['technical profile "AAD-ReadByCity" finds the account by "city", which is not unique in the directory']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-ReadByEmail">
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" Required="true" />
  </InputClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>
<UserJourney Id="SignIn" />`
  }
})
