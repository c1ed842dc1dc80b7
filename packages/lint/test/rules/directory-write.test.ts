import { directoryWrite } from '../../src/rules/directory-write.ts'
import { testRule } from '../support/testRule.ts'

testRule(directoryWrite, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-Write">
  <Metadata>
    <Item Key="Operation">«Write»</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" Required="true" />
  </InputClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`,
    finds: ['technical profile "AAD-Write" has the operation "Write" and no PersistedClaims']
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
    <PersistedClaim ClaimTypeReferenceId="city" DefaultValue="Lyon" />
  </PersistedClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`
  },
  'a profile that reads': {
    given: `<TechnicalProfile Id="AAD-Read">
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" Required="true" />
  </InputClaims>
  <PersistedClaims>
    «<PersistedClaim ClaimTypeReferenceId="city" />»
  </PersistedClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`,
    finds: ['technical profile "AAD-Read" reads; its PersistedClaims are not written']
  }
})
