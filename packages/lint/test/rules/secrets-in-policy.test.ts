import { secretsInPolicy } from '../../src/rules/secrets-in-policy.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(secretsInPolicy, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">«https://api.contoso.com/tier?code=Zm9vYmFyYmF6cXV4»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['the metadata "ServiceUrl" looks like it holds a secret']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">ApiKeyHeader</Item>
  </Metadata>
  <CryptographicKeys>
    <Key Id="x-functions-key" StorageReferenceId="B2C_1A_ApiKey" />
  </CryptographicKeys>
</TechnicalProfile>`
  },
  'default values, metadata and parameters': {
    given: `<ClaimsTransformation Id="CreateKey" TransformationMethod="CreateStringClaim">
  <InputParameters>
    <InputParameter Id="value" DataType="string" Value="«SG.abcdefghijklmnopqrst.uvwxyz»" />
  </InputParameters>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" TransformationClaimType="createdClaim" />
  </OutputClaims>
</ClaimsTransformation>
<TechnicalProfile Id="Token">
  <DisplayName>Token</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="password">«correct-horse»</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="tier" PartnerClaimType="client_secret" DefaultValue="«k3yk3yk3y»" />
    <InputClaim ClaimTypeReferenceId="city" PartnerClaimType="client_secret" DefaultValue="your client secret" />
    <InputClaim ClaimTypeReferenceId="scope" PartnerClaimType="client_secret" DefaultValue="{ClientSecret}" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      'the input parameter "value" of claims transformation "CreateKey" looks like it holds a secret',
      'the metadata "password" looks like a secret',
      'the default value of "tier" looks like a secret'
    ]
  }
})
