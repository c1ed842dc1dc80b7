import { requiredClaims } from '../../src/rules/required-claims.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(requiredClaims, {
  'is reported': {
    given: `<TechnicalProfile Id="«SetTier»">
  <DisplayName>Tier</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.ClaimsTransformationProtocolProvider')}" />
</TechnicalProfile>`,
    finds: ['technical profile "SetTier" has no OutputClaims, which ClaimsTransformationProtocolProvider requires']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SetTier">
  <DisplayName>Tier</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.ClaimsTransformationProtocolProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" DefaultValue="gold" />
  </OutputClaims>
</TechnicalProfile>`
  },
  'a directory profile without a key': {
    given: `<TechnicalProfile Id="«AAD-Read»">
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="displayName" />
  </OutputClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`,
    finds: ['technical profile "AAD-Read" has no InputClaims, which AzureActiveDirectoryProvider requires']
  }
})
