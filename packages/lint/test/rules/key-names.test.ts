import { keyNames } from '../../src/rules/key-names.ts'
import { testRule } from '../support/testRule.ts'

testRule(keyNames, {
  'is reported': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <CryptographicKeys>
    <Key Id="client_secret" StorageReferenceId="«ContosoSecret»" />
  </CryptographicKeys>
</TechnicalProfile>`,
    finds: ['the names of policy keys begin with B2C_1A_; this one is "ContosoSecret"']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <CryptographicKeys>
    <Key Id="client_secret" StorageReferenceId="B2C_1A_ContosoSecret" />
  </CryptographicKeys>
</TechnicalProfile>`
  }
})
