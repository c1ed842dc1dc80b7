/** Algorithms that are known to be weak should not be chosen. */
import { keyOf } from '@trustframe/policy'
import { valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const weak: ReadonlyArray<{
  readonly key: string
  readonly value: string
  readonly why: string
  readonly help: string
}> = [
  { key: 'XmlSignatureAlgorithm', value: 'Sha1', why: 'signatures with SHA-1 can be forged', help: 'write Sha256' },
  { key: 'KeyEncryptionMethod', value: 'Rsa15', why: 'RSA with PKCS #1 v1.5 can be attacked', help: 'write RsaOaep' },
  { key: 'response_types', value: 'token', why: 'tokens in a URL end up in logs and histories', help: 'write code' }
]

export const weakAlgorithms: Rule = {
  code: 'TF3606',
  name: 'weak-algorithms',
  title: 'weak algorithm',
  severity: 'warning',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    for (const { help, key, value, why } of weak) {
      const given = valueOf(profile, key)
      if (given === undefined || keyOf(given.value) !== keyOf(value)) continue
      report(given.span, { message: `${key} of "${profile.id.value}" is ${given.value}: ${why}`, help })
    }
    // The default of an identity provider is SHA-1.
    if (contract?.name === 'SAML2' && valueOf(profile, 'XmlSignatureAlgorithm') === undefined) {
      report(profile.id.span, {
        message: `"${profile.id.value}" signs its requests with SHA-1, because it names no XmlSignatureAlgorithm`,
        help: 'add <Item Key="XmlSignatureAlgorithm">Sha256</Item>'
      })
    }
  }
}
