import { claimResolving } from '../../src/rules/claim-resolving.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(claimResolving, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="city" DefaultValue="«{Context:CorrelationId}»" AlwaysUseDefaultValue="true" />
  </InputClaims>
</TechnicalProfile>`,
    finds: ['"{Context:CorrelationId}" stays as it is: technical profile "REST-GetTier" does not resolve claims']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="IncludeClaimResolvingInClaimsHandling">true</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="city" DefaultValue="{Context:CorrelationId}" AlwaysUseDefaultValue="true" />
  </InputClaims>
</TechnicalProfile>`
  }
})
