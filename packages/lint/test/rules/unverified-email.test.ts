import { unverifiedEmail } from '../../src/rules/unverified-email.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(unverifiedEmail, {
  'is reported': {
    given: `<TechnicalProfile Id="SignUp">
  <DisplayName>Sign up</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">api.selfasserted</Item>
    <Item Key="EnforceEmailVerification">«false»</Item>
  </Metadata>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="email" PartnerClaimType="Verified.Email" Required="true" />
  </OutputClaims>
</TechnicalProfile>`,
    finds: ['page "SignUp" takes e-mail addresses without verifying them']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SignUp">
  <DisplayName>Sign up</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">api.selfasserted</Item>
  </Metadata>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="email" PartnerClaimType="Verified.Email" Required="true" />
  </OutputClaims>
</TechnicalProfile>`
  },
  'the address becomes the sign-in name': {
    given: `<TechnicalProfile Id="SignUp">
  <DisplayName>Sign up</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">api.selfasserted</Item>
  </Metadata>
  <OutputClaims>
    «<OutputClaim ClaimTypeReferenceId="email" Required="true" />»
    <OutputClaim ClaimTypeReferenceId="newPassword" Required="true" />
  </OutputClaims>
  <ValidationTechnicalProfiles>
    <ValidationTechnicalProfile ReferenceId="AAD-Create" />
  </ValidationTechnicalProfiles>
</TechnicalProfile>
<TechnicalProfile Id="AAD-Create">
  <Metadata>
    <Item Key="Operation">Write</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" Required="true" />
  </InputClaims>
  <PersistedClaims>
    <PersistedClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" />
    <PersistedClaim ClaimTypeReferenceId="newPassword" PartnerClaimType="password" />
  </PersistedClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`,
    finds: ['page "SignUp" makes an account for "email", and does not verify the address']
  },
  'a verification control': {
    given: `<DisplayControl Id="emailControl" UserInterfaceControlType="VerificationControl">
  <DisplayClaims>
    <DisplayClaim ClaimTypeReferenceId="email" Required="true" />
    <DisplayClaim ClaimTypeReferenceId="verificationCode" ControlClaimType="VerificationCode" Required="true" />
  </DisplayClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="email" />
  </OutputClaims>
  <Actions>
    <Action Id="SendCode" />
    <Action Id="VerifyCode" />
  </Actions>
</DisplayControl>
<TechnicalProfile Id="SignUp">
  <DisplayName>Sign up</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">api.selfasserted</Item>
  </Metadata>
  <DisplayClaims>
    <DisplayClaim DisplayControlReferenceId="emailControl" />
    <DisplayClaim ClaimTypeReferenceId="newPassword" Required="true" />
  </DisplayClaims>
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="email" />
    <OutputClaim ClaimTypeReferenceId="newPassword" />
  </OutputClaims>
  <ValidationTechnicalProfiles>
    <ValidationTechnicalProfile ReferenceId="AAD-Create" />
  </ValidationTechnicalProfiles>
</TechnicalProfile>
<TechnicalProfile Id="AAD-Create">
  <Metadata>
    <Item Key="Operation">Write</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" Required="true" />
  </InputClaims>
  <PersistedClaims>
    <PersistedClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" />
  </PersistedClaims>
  <IncludeTechnicalProfile ReferenceId="AAD-Common" />
</TechnicalProfile>`
  }
})
