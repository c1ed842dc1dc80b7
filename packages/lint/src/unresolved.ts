/** What rules about references have in common: they report what a reference does not find. */
import { idsOf, type ReferenceKind } from './references.ts'
import type { Rule } from './Rule.ts'
import { didYouMean } from './words.ts'

/** Reports references of some kinds that find nothing; `noun` is what they are to. */
export const unresolved =
  (noun: string, otherwise: string, ...kinds: ReadonlyArray<ReferenceKind>): NonNullable<Rule['check']> =>
  ({ looseReferences, policy }, report) => {
    for (const { from, kind, target, text } of looseReferences) {
      if (target !== undefined || text.value === '' || !kinds.includes(kind)) continue
      report(text.span, {
        message: `${from()} refers to the ${noun} "${text.value}", which neither the policy nor its base policies have`,
        advise: () => didYouMean(text, idsOf(policy, kind), otherwise)
      })
    }
  }
