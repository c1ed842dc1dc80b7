import { profileProtocol } from '../../src/rules/profile-protocol.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(profileProtocol, {
  'is reported': {
    given: `<TechnicalProfile Id="«ReadTier»">
  <DisplayName>Tier of the customer</DisplayName>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" DefaultValue="gold" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['technical profile "ReadTier" has no protocol']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="ReadTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.ClaimsTransformationProtocolProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" DefaultValue="gold" />
  </OutputClaims>
</TechnicalProfile>`
  }
})
