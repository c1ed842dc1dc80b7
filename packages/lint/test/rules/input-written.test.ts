import { inputWritten } from '../../src/rules/input-written.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(inputWritten, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="«city»" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      'claim "city" never has a value when "REST-GetTier" reads it in step 2 of user journey "Given": nothing before writes it'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="objectId" />
  </InputClaims>
</TechnicalProfile>`
  },
  'a claims resolver of a claim': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="IncludeClaimResolvingInClaimsHandling">true</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="tier" DefaultValue="«{Claim:city}»" AlwaysUseDefaultValue="true" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      'claim "city" never has a value when "REST-GetTier" reads it in step 2 of user journey "Given": nothing before writes it'
    ]
  },
  'what an earlier step, a default value or a claims transformation writes': {
    given: `<ClaimsTransformation Id="CreateGreeting" TransformationMethod="FormatStringClaim">
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" TransformationClaimType="inputClaim" />
  </InputClaims>
  <InputParameters>
    <InputParameter Id="stringFormat" DataType="string" Value="Hello {0}" />
  </InputParameters>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" TransformationClaimType="outputClaim" />
  </OutputClaims>
</ClaimsTransformation>
<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <InputClaimsTransformations>
    <InputClaimsTransformation ReferenceId="CreateGreeting" />
  </InputClaimsTransformations>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="tier" />
    <InputClaim ClaimTypeReferenceId="city" DefaultValue="Lyon" />
  </InputClaims>
</TechnicalProfile>`
  }
})
