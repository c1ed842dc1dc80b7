/** Hash: a salted SHA-256 of a text. */
import { sha256 } from '@noble/hashes/sha2.js'
import { claim, defineTransformation, fail, output, text } from '../../contract/index.ts'
import { base64, utf8Bytes } from '../../text/base64.ts'

/** Keeps the parts apart, so that no two inputs give one text. */
const separator = '\0'

/**
 * Source: claims-transformations 4. How the service joins the three parts is not known, so its hashes cannot be reproduced:
 * here they are joined in the order plaintext, salt, secret.
 */
export const Hash = defineTransformation({
  method: 'Hash',
  family: 'general',
  summary: 'The SHA-256 of a text, a salt and the secret of a policy key, in base64.',
  remarks: [
    'The service does not document how it joins the parts: hashes made by a B2C tenant cannot be verified here.',
    'The secret of the example is 1234567890.'
  ],
  inputs: [claim('plaintext', 'string'), claim('salt', 'string')],
  parameters: { randomizerSecret: text('The name of the policy key that holds the secret.') },
  outputs: [output('hash', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/general-transformations#hash',
  example: {
    inputs: { plaintext: 'MyPass@word1', salt: '487624568' },
    parameters: { randomizerSecret: 'B2C_1A_AccountTransformSecret' },
    outputs: { hash: 'wxbLXnsN2Onmdyb+xhStyvnVVUG2KznxAcYAMHMAlpU=' }
  },
  transform:
    ({ parameters: { randomizerSecret } }) =>
    (plaintext, salt, ambient) => {
      const secret = ambient.policyKey(randomizerSecret)
      return secret === undefined
        ? fail(`there is no policy key "${randomizerSecret}"`)
        : [base64(sha256(utf8Bytes([plaintext, salt, secret].join(separator))))]
    }
})
