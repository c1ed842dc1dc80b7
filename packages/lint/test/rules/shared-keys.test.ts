import { sharedKeys } from '../../src/rules/shared-keys.ts'
import { testRule } from '../support/testRule.ts'

testRule(sharedKeys, {
  'is reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <CryptographicKeys>
    <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenKeyContainer" />
    <Key Id="issuer_refresh_token_key" StorageReferenceId="«B2C_1A_TokenKeyContainer»" />
  </CryptographicKeys>
</TechnicalProfile>`,
    finds: [
      '"JwtIssuer" uses the policy key "B2C_1A_TokenKeyContainer" as "issuer_refresh_token_key" and as "issuer_secret"'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <CryptographicKeys>
    <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
    <Key Id="issuer_refresh_token_key" StorageReferenceId="B2C_1A_TokenEncryptionKeyContainer" />
  </CryptographicKeys>
</TechnicalProfile>`
  }
})
