/** An input claim that no step can have written is never sent. */
import type { Rule } from '../Rule.ts'

/** Pages show what there is; identity providers take what they know of. */
const lenient: ReadonlySet<string> = new Set(['page', 'redirect', 'session', 'engine'])

export const inputWritten: Rule = {
  code: 'TF3302',
  name: 'input-written',
  title: 'input claim that nothing writes',
  severity: 'warning',
  origin: 'b2c-fails',
  oncePerPlace: true,
  check: ({ flows }, report) => {
    for (const { journey, reads } of flows) {
      for (const { by, claim, lostOn, step, written } of reads) {
        if (by._tag !== 'Input' && by._tag !== 'Resolver') continue
        const { contract, profile } = by.reader
        if (contract === undefined || (by._tag === 'Input' && (by.required || lenient.has(contract.kind)))) continue
        if (written) {
          report.clear(claim)
          continue
        }
        report(claim.span, {
          message: `claim "${claim.value}" never has a value when "${profile.id.value}" reads it in step ${step} of user journey "${journey.id.value}": nothing before writes it`,
          help:
            lostOn === undefined
              ? 'let an earlier step output it, give it a DefaultValue, or remove it'
              : `a validation of "${lostOn}" gives it: list it among the OutputClaims of "${lostOn}"`
        })
      }
    }
  }
}
