import { knownKeys } from '../../src/rules/known-keys.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownKeys, {
  'is reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <CryptographicKeys>
    <Key Id="«issuer_secrets»" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
  </CryptographicKeys>
</TechnicalProfile>`,
    finds: ['JwtIssuer has no cryptographic key "issuer_secrets"; it is not used']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="JwtIssuer">
  <CryptographicKeys>
    <Key Id="issuer_secret" StorageReferenceId="B2C_1A_TokenSigningKeyContainer" />
  </CryptographicKeys>
</TechnicalProfile>`
  }
})
