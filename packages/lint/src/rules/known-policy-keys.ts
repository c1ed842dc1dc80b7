/** Policy keys that technical profiles refer to should exist. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { didYouMean } from '../words.ts'

/** Keys may be written with or without it. */
const prefix = /^b2c_1a_/

const normalized = (name: string): string => keyOf(name).replace(prefix, '')

export const knownPolicyKeys: Rule = {
  code: 'TF3005',
  name: 'known-policy-keys',
  title: 'policy key is not configured',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ keys, profiles }, report) => {
    if (keys === undefined) return
    const known = new Set(keys.map(normalized))
    for (const { profile } of profiles) {
      for (const { storageReferenceId } of profile.cryptographicKeys) {
        if (storageReferenceId.value === '' || known.has(normalized(storageReferenceId.value))) continue
        report(storageReferenceId.span, {
          message: `the policy key "${storageReferenceId.value}" is not among the configured ones`,
          ...didYouMean(storageReferenceId, keys, 'create it in the tenant, and add it to the keys file')
        })
      }
    }
  }
}
