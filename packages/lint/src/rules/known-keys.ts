/** Cryptographic keys must have ids that the handler knows: others are not used. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { didYouMean } from '../words.ts'

export const knownKeys: Rule = {
  code: 'TF3106',
  name: 'known-keys',
  title: 'unknown cryptographic key',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ contract, profile }, report) => {
    if (contract === undefined) return
    const known = contract.keys.map(({ id }) => id)
    if (known.includes('*')) return
    for (const { id } of profile.cryptographicKeys) {
      if (known.some((name) => keyOf(name) === keyOf(id.value))) continue
      report(id.span, {
        message: `${contract.name} has no cryptographic key "${id.value}"; it is not used`,
        ...didYouMean(id, known, 'remove it')
      })
    }
  }
}
