/** A claims transformation that needs a claim fails when nothing can have written it. */
import type { Rule } from '../Rule.ts'

export const transformationWritten: Rule = {
  code: 'TF3304',
  name: 'transformation-written',
  title: 'claims transformation of a claim that nothing writes',
  severity: 'warning',
  origin: 'b2c-fails',
  oncePerPlace: true,
  check: ({ flows }, report) => {
    for (const { journey, reads } of flows) {
      for (const { by, claim, lostOn, step, written } of reads) {
        if (by._tag !== 'Transformation' || !by.fails) continue
        if (written) {
          report.clear(claim)
          continue
        }
        report(claim.span, {
          message: `claims transformation "${by.id}" (${by.method}) needs "${claim.value}" in step ${step} of user journey "${journey.id.value}", and nothing before writes it`,
          help:
            lostOn === undefined
              ? 'let an earlier step output it'
              : `a validation of "${lostOn}" gives it: list it among the OutputClaims of "${lostOn}"`
        })
      }
    }
  }
}
