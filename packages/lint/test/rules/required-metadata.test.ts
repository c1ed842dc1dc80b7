import { requiredMetadata } from '../../src/rules/required-metadata.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(requiredMetadata, {
  'is reported': {
    given: `<TechnicalProfile Id="«REST-GetTier»">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="AuthenticationType">None</Item>
    <Item Key="AllowInsecureAuthInProduction">true</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['technical profile "REST-GetTier" lacks the metadata "ServiceUrl", which RestfulProvider requires']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">None</Item>
    <Item Key="AllowInsecureAuthInProduction">true</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'a handler that the compiler does not look into, in a validation': {
    given: `<TechnicalProfile Id="«Verify»">
  <DisplayName>Verify</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.AadSsprProtocolProvider')}" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="email" PartnerClaimType="emailAddress" />
  </InputClaims>
</TechnicalProfile>`,
    finds: ['technical profile "Verify" lacks the metadata "Operation", which AadSsprProtocolProvider requires']
  },
  'an included technical profile need not be complete': {
    given: `<TechnicalProfile Id="REST-Common">
  <DisplayName>What all calls share</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
</TechnicalProfile>
<TechnicalProfile Id="REST-GetTier">
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="AuthenticationType">None</Item>
    <Item Key="AllowInsecureAuthInProduction">true</Item>
  </Metadata>
  <IncludeTechnicalProfile ReferenceId="REST-Common" />
</TechnicalProfile>`
  },
  'a form of a combined step is shown with the content definition of the step': {
    given: `<TechnicalProfile Id="SignInForm">
  <DisplayName>Sign in</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="signInName" />
    <OutputClaim ClaimTypeReferenceId="password" />
  </OutputClaims>
</TechnicalProfile>
<OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection ValidationClaimsExchangeId="Form" />
  </ClaimsProviderSelections>
  <ClaimsExchanges>
    <ClaimsExchange Id="Form" TechnicalProfileReferenceId="SignInForm" />
  </ClaimsExchanges>
</OrchestrationStep>
<OrchestrationStep Order="2" Type="SendClaims" CpimIssuerTechnicalProfileReferenceId="JwtIssuer" />`
  }
})
