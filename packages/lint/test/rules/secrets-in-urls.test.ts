import { secretsInUrls } from '../../src/rules/secrets-in-urls.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(secretsInUrls, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-Check">
  <DisplayName>Check</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/check</Item>
    <Item Key="SendClaimsIn">QueryString</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" />
    «<InputClaim ClaimTypeReferenceId="password" />»
  </InputClaims>
</TechnicalProfile>`,
    finds: ['"REST-Check" sends the secret claim "password" in the URL, which servers and proxies log']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-Check">
  <DisplayName>Check</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/check</Item>
    <Item Key="SendClaimsIn">Body</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="signInName" />
    <InputClaim ClaimTypeReferenceId="password" />
  </InputClaims>
</TechnicalProfile>`
  },
  'a placeholder in the URL; the bearer token is none': {
    given: `<TechnicalProfile Id="REST-Check">
  <DisplayName>Check</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/check/{code}</Item>
    <Item Key="SendClaimsIn">Url</Item>
    <Item Key="UseClaimAsBearerToken">accessToken</Item>
  </Metadata>
  <InputClaims>
    «<InputClaim ClaimTypeReferenceId="verificationCode" PartnerClaimType="code" />»
    <InputClaim ClaimTypeReferenceId="accessToken" PartnerClaimType="access_token" />
  </InputClaims>
</TechnicalProfile>`,
    finds: ['"REST-Check" sends the secret claim "verificationCode" in the URL, which servers and proxies log']
  }
})
