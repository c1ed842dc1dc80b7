import { metadataClaims } from '../../src/rules/metadata-claims.ts'
import { testRule } from '../support/testRule.ts'

testRule(metadataClaims, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="IpAddressClaimReferenceId">«IpAddress»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: [
      'technical profile "SelfAsserted-SignIn" refers to the claim type "IpAddress", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<ClaimType Id="IpAddress">
  <DisplayName>Address of the user's machine</DisplayName>
  <DataType>string</DataType>
</ClaimType>
<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="IpAddressClaimReferenceId">IpAddress</Item>
  </Metadata>
</TechnicalProfile>`
  }
})
