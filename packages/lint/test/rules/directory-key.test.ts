import { directoryKey } from '../../src/rules/directory-key.ts'
import { testRule } from '../support/testRule.ts'

testRule(directoryKey, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <InputClaims>
    «<InputClaim ClaimTypeReferenceId="objectId" Required="true" />»
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      'technical profile "AAD-ReadBySignInName" finds the account by exactly one input claim; it has "signInName" and "objectId"'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-ReadByObjectId">
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" Required="true" />
  </InputClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="displayName" />
  </OutputClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`
  },
  'a technical profile that does not run': {
    given: `<TechnicalProfile Id="AAD-Both">
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" />
    «<InputClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" />»
  </InputClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['technical profile "AAD-Both" finds the account by exactly one input claim; it has "objectId" and "email"']
  }
})
