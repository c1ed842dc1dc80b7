import { partnerClaims } from '../../src/rules/partner-claims.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(partnerClaims, {
  'is reported': {
    given: `<TechnicalProfile Id="«GenerateCode»">
  <DisplayName>Code</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.OneTimePasswordProtocolProvider')}" />
  <Metadata>
    <Item Key="Operation">GenerateCode</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="identifer" />
  </InputClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="otp" PartnerClaimType="otpGenerated" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['technical profile "GenerateCode" lacks the claim "identifier" among its InputClaims']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="GenerateCode">
  <DisplayName>Code</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.OneTimePasswordProtocolProvider')}" />
  <Metadata>
    <Item Key="Operation">GenerateCode</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="identifier" />
  </InputClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="otp" PartnerClaimType="otpGenerated" />
  </OutputClaims>
</TechnicalProfile>`
  },
  'what is needed depends on the operation': {
    given: `<TechnicalProfile Id="«VerifyCode»">
  <DisplayName>Code</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.OneTimePasswordProtocolProvider')}" />
  <Metadata>
    <Item Key="Operation">VerifyCode</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" PartnerClaimType="identifier" />
  </InputClaims>
</TechnicalProfile>`,
    finds: ['technical profile "VerifyCode" lacks the claim "otpToVerify" among its InputClaims']
  }
})
