/** Endpoints of a relying party must be ones that there are. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { didYouMean } from '../words.ts'

const endpoints = ['UserInfo', 'Token']

export const knownEndpoints: Rule = {
  code: 'TF3704',
  name: 'known-endpoints',
  title: 'unknown endpoint',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ policy }, report) => {
    for (const { id } of policy.relyingParty?.endpoints ?? []) {
      if (endpoints.some((known) => keyOf(known) === keyOf(id.value))) continue
      report(id.span, {
        message: `there is no endpoint "${id.value}"`,
        ...didYouMean(id, endpoints, 'it can be UserInfo or Token')
      })
    }
  }
}
