import { knownPolicyKeys } from '../../src/rules/known-policy-keys.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownPolicyKeys, {
  'is reported': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <CryptographicKeys>
    <Key Id="client_secret" StorageReferenceId="«B2C_1A_ContosoSecrets»" />
  </CryptographicKeys>
</TechnicalProfile>
<RelyingParty />`,
    keys: ['B2C_1A_ContosoSecret'],
    finds: ['the policy key "B2C_1A_ContosoSecrets" is not among the configured ones']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <CryptographicKeys>
    <Key Id="client_secret" StorageReferenceId="B2C_1A_ContosoSecret" />
  </CryptographicKeys>
</TechnicalProfile>
<RelyingParty />`,
    keys: ['ContosoSecret']
  }
})
