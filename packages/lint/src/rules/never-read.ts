/** An output claim that nothing reads may have been meant for something. */
import { keyOf, type Policy } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

/** A page compares the two boxes for a new password by itself. */
const isPassword = ({ claimTypes }: Policy, key: string): boolean =>
  keyOf(claimTypes.get(key)?.userInputType?.value ?? '') === 'password'

export const neverRead: Rule = {
  code: 'TF3307',
  name: 'never-read',
  title: 'output claim that nothing reads',
  severity: 'advice',
  origin: 'advice',
  oncePerPlace: true,
  check: ({ flows, policy }, report) => {
    for (const { journey, readKeys, writes } of flows) {
      for (const { claim, key, step, writer } of writes) {
        const { contract, profile } = writer
        if (readKeys.has(key)) {
          report.clear(claim)
          continue
        }
        // A page that asks the user for nothing needs some output claim to be shown at all; sessions keep what they are told to.
        if (contract?.kind === 'session') continue
        if (contract?.kind === 'page' && (profile.outputClaims.length === 1 || isPassword(policy, key))) continue
        report(claim.span, {
          message: `"${profile.id.value}" writes "${claim.value}" in step ${step} of user journey "${journey.id.value}", and nothing reads it`,
          help: "use it in a later step or among the relying party's output claims, or remove it"
        })
      }
    }
  }
}
