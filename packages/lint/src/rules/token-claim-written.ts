/** A claim of the token must be written by some step. */
import type { Rule } from '../Rule.ts'

export const tokenClaimWritten: Rule = {
  code: 'TF3305',
  name: 'token-claim-written',
  title: 'claim of the token that no step writes',
  severity: 'error',
  origin: 'b2c-rejects',
  oncePerPlace: true,
  check: ({ flows }, report) => {
    for (const { journey, reads } of flows) {
      for (const { by, claim, lostOn, written } of reads) {
        if (by._tag !== 'Token' || written) continue
        report(claim.span, {
          message: `claim "${claim.value}" is an output claim of the relying party, and no step of user journey "${journey.id.value}" writes it`,
          help:
            lostOn === undefined
              ? 'let a step output it, give it a DefaultValue, or remove it'
              : `a validation of "${lostOn}" gives it: list it among the OutputClaims of "${lostOn}"`
        })
      }
    }
  }
}
