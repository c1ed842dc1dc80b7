import { metadataNumbers } from '../../src/rules/metadata-numbers.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(metadataNumbers, {
  'is reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <Metadata>
    <Item Key="token_lifetime_secs">«60»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['the metadata "token_lifetime_secs" is "60", which is no whole number from 300 to 86400']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <Metadata>
    <Item Key="token_lifetime_secs">900</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'no number at all': {
    given: `<TechnicalProfile Id="Code">
  <DisplayName>Code</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.OneTimePasswordProtocolProvider')}" />
  <Metadata>
    <Item Key="Operation">GenerateCode</Item>
    <Item Key="CodeLength">«six»</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="email" PartnerClaimType="identifier" />
  </InputClaims>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['the metadata "CodeLength" is "six", which is no whole number of at least 1']
  }
})
