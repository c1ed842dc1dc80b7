import { extensionAttributes } from '../../src/rules/extension-attributes.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(extensionAttributes, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadLoyalty">
  <DisplayName>Directory</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.AzureActiveDirectoryProvider')}" />
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" Required="true" />
  </InputClaims>
  <OutputClaims>
    «<OutputClaim ClaimTypeReferenceId="extension_loyaltyNumber" />»
  </OutputClaims>
</TechnicalProfile>`,
    finds: [
      'technical profile "AAD-ReadLoyalty" uses a custom attribute, and lacks the metadata "ApplicationObjectId" and "ClientId"'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-Common">
  <Metadata>
    <Item Key="ApplicationObjectId">11111111-2222-3333-4444-555555555555</Item>
    <Item Key="ClientId">66666666-7777-8888-9999-aaaaaaaaaaaa</Item>
  </Metadata>
</TechnicalProfile>
<TechnicalProfile Id="AAD-ReadLoyalty">
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" Required="true" />
  </InputClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="extension_loyaltyNumber" />
  </OutputClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`
  }
})
