import { weakAlgorithms } from '../../src/rules/weak-algorithms.ts'
import { testRule } from '../support/testRule.ts'

testRule(weakAlgorithms, {
  'is reported': {
    given: `<TechnicalProfile Id="Contoso-SAML">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="SAML2" />
  <Metadata>
    <Item Key="PartnerEntity">https://login.contoso.com/metadata</Item>
    <Item Key="XmlSignatureAlgorithm">«Sha1»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['XmlSignatureAlgorithm of "Contoso-SAML" is Sha1: signatures with SHA-1 can be forged']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-SAML">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="SAML2" />
  <Metadata>
    <Item Key="PartnerEntity">https://login.contoso.com/metadata</Item>
    <Item Key="XmlSignatureAlgorithm">Sha256</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'the default of a SAML identity provider is SHA-1': {
    given: `<TechnicalProfile Id="«Contoso-SAML»">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="SAML2" />
  <Metadata>
    <Item Key="PartnerEntity">https://login.contoso.com/metadata</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['"Contoso-SAML" signs its requests with SHA-1, because it names no XmlSignatureAlgorithm']
  },
  'tokens in a URL': {
    given: `<TechnicalProfile Id="Contoso-OIDC">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OpenIdConnect" />
  <Metadata>
    <Item Key="response_types">«token»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['response_types of "Contoso-OIDC" is token: tokens in a URL end up in logs and histories']
  }
})
