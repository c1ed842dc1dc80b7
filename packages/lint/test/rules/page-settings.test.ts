import { pageSettings } from '../../src/rules/page-settings.ts'
import { testRule } from '../support/testRule.ts'

testRule(pageSettings, {
  'is reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:1.1.0</DataUri>
</ContentDefinition>
<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="«setting.inputVerificationDelayTimeInMilliseconds»">500</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: [
      '"setting.inputVerificationDelayTimeInMilliseconds" needs selfasserted 1.2.0 or later; content definition "api.selfasserted" has 1.1.0'
    ]
  },
  'is not reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.26</DataUri>
</ContentDefinition>
<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="setting.inputVerificationDelayTimeInMilliseconds">500</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'the content definition of a combined step': {
    given: `<ContentDefinition Id="api.signuporsignin">
  <DataUri>urn:com:microsoft:aad:b2c:elements:contract:unifiedssp:2.1.1</DataUri>
</ContentDefinition>
<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="«setting.forgotPasswordLinkOverride»">Reset</Item>
    <Item Key="setting.enableRememberMe">true</Item>
  </Metadata>
</TechnicalProfile>
<OrchestrationStep Order="1" Type="CombinedSignInAndSignUp" ContentDefinitionReferenceId="api.signuporsignin">
  <ClaimsProviderSelections>
    <ClaimsProviderSelection ValidationClaimsExchangeId="Form" />
  </ClaimsProviderSelections>
  <ClaimsExchanges>
    <ClaimsExchange Id="Form" TechnicalProfileReferenceId="SelfAsserted-SignIn" />
  </ClaimsExchanges>
</OrchestrationStep>`,
    finds: [
      '"setting.forgotPasswordLinkOverride" needs unifiedssp 2.1.2 or later; content definition "api.signuporsignin" has 2.1.1'
    ]
  }
})
