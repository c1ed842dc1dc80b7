import { metadataBooleans } from '../../src/rules/metadata-booleans.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(metadataBooleans, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <Metadata>
    <Item Key="RaiseErrorIfClaimsPrincipalDoesNotExist">«yes»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['the metadata "RaiseErrorIfClaimsPrincipalDoesNotExist" is no boolean: "yes"']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <Metadata>
    <Item Key="RaiseErrorIfClaimsPrincipalDoesNotExist">True</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'a technical profile that does not run': {
    given: `<TechnicalProfile Id="Phone">
  <DisplayName>Phone</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.PhoneFactorProtocolProvider')}" />
  <Metadata>
    <Item Key="ManualPhoneNumberEntryAllowed">«maybe»</Item>
  </Metadata>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['the metadata "ManualPhoneNumberEntryAllowed" is no boolean: "maybe"']
  }
})
