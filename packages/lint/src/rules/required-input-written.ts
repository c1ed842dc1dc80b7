/** A required input claim must have been written by an earlier step. */
import type { Rule } from '../Rule.ts'

export const requiredInputWritten: Rule = {
  code: 'TF3301',
  name: 'required-input-written',
  title: 'required input claim that nothing writes',
  severity: 'error',
  origin: 'b2c-rejects',
  oncePerPlace: true,
  check: ({ flows }, report) => {
    for (const { journey, reads } of flows) {
      for (const { by, claim, lostOn, step, written } of reads) {
        // The user can fill a page.
        if (by._tag !== 'Input' || !by.required || written || by.reader.contract?.kind === 'page') continue
        report(claim.span, {
          message: `claim "${claim.value}" is a required input of "${by.reader.profile.id.value}" in step ${step} of user journey "${journey.id.value}", and no step before writes it`,
          help:
            lostOn === undefined
              ? 'let an earlier step output it, or give it a DefaultValue'
              : `a validation of "${lostOn}" gives it: list it among the OutputClaims of "${lostOn}"`
        })
      }
    }
  }
}
