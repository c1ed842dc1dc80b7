/** A precondition on a claim that nothing writes always decides alike. */
import type { Rule } from '../Rule.ts'

export const preconditionWritten: Rule = {
  code: 'TF3303',
  name: 'precondition-written',
  title: 'precondition on a claim that nothing writes',
  severity: 'warning',
  origin: 'b2c-fails',
  oncePerPlace: true,
  check: ({ flows }, report) => {
    for (const { journey, reads } of flows) {
      for (const { by, claim, lostOn, step, written } of reads) {
        if (by._tag !== 'Precondition') continue
        if (written) {
          report.clear(claim)
          continue
        }
        report(claim.span, {
          message: `a precondition of step ${step} of user journey "${journey.id.value}" looks at "${claim.value}", and nothing before writes it`,
          help:
            lostOn === undefined
              ? 'let an earlier step output it, or remove the precondition'
              : `a validation of "${lostOn}" gives it: list it among the OutputClaims of "${lostOn}"`
        })
      }
    }
  }
}
