import { persistedWritten } from '../../src/rules/persisted-written.ts'
import { testRule } from '../support/testRule.ts'

testRule(persistedWritten, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-Write">
  <Metadata>
    <Item Key="Operation">Write</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" Required="true" />
  </InputClaims>
  <PersistedClaims>
    <PersistedClaim ClaimTypeReferenceId="objectId" />
    <PersistedClaim ClaimTypeReferenceId="«city»" />
  </PersistedClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`,
    finds: ['"AAD-Write" never stores "city": nothing before step 2 of user journey "Given" writes it']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-Write">
  <Metadata>
    <Item Key="Operation">Write</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" Required="true" />
  </InputClaims>
  <PersistedClaims>
    <PersistedClaim ClaimTypeReferenceId="objectId" />
    <PersistedClaim ClaimTypeReferenceId="signInName" PartnerClaimType="signInNames.userName" />
  </PersistedClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`
  }
})
