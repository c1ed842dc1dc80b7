/** A persisted claim that nothing can have written is never stored. */
import type { Rule } from '../Rule.ts'

export const persistedWritten: Rule = {
  code: 'TF3306',
  name: 'persisted-written',
  title: 'persisted claim that nothing writes',
  severity: 'advice',
  origin: 'b2c-fails',
  oncePerPlace: true,
  check: ({ flows }, report) => {
    for (const { journey, reads } of flows) {
      for (const { by, claim, step, written } of reads) {
        if (by._tag !== 'Persisted') continue
        if (written) {
          report.clear(claim)
          continue
        }
        report(claim.span, {
          message: `"${by.reader.profile.id.value}" never stores "${claim.value}": nothing before step ${step} of user journey "${journey.id.value}" writes it`,
          help: 'let a page or an earlier step output it, or remove it'
        })
      }
    }
  }
}
