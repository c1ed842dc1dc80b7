import { sharedDefault } from '../../src/rules/shared-default.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(sharedDefault, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-TokenForOrders">
  <DisplayName>Token for orders</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«scope»" DefaultValue="orders.read" />
  </InputClaims>
</TechnicalProfile>
<TechnicalProfile Id="REST-TokenForStock">
  <DisplayName>Token for stock</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«scope»" DefaultValue="stock.read" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      '"scope" is "orders.read" in "REST-TokenForOrders" only if nothing gave it a value before, as "REST-TokenForStock" may',
      '"scope" is "stock.read" in "REST-TokenForStock" only if nothing gave it a value before, as "REST-TokenForOrders" may'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-TokenForOrders">
  <DisplayName>Token for orders</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="scope" DefaultValue="orders.read" AlwaysUseDefaultValue="true" />
  </InputClaims>
</TechnicalProfile>
<TechnicalProfile Id="REST-TokenForStock">
  <DisplayName>Token for stock</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="scope" DefaultValue="stock.read" AlwaysUseDefaultValue="true" />
  </InputClaims>
</TechnicalProfile>`
  }
})
