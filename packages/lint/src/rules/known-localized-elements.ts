/** Localized texts should be for something that the policy has. */
import { idsOf, localizedReferencesOf } from '../references.ts'
import type { Rule } from '../Rule.ts'
import { didYouMean } from '../words.ts'

const nouns: Readonly<Partial<Record<string, string>>> = {
  localizedClaimType: 'claim type',
  localizedPredicate: 'predicate',
  localizedPredicateValidation: 'predicate validation',
  localizedDisplayControl: 'display control'
}

export const knownLocalizedElements: Rule = {
  code: 'TF3003',
  name: 'known-localized-elements',
  title: 'localized text for something that does not exist',
  severity: 'advice',
  origin: 'advice',
  check: (checked, report) => {
    for (const { from, kind, target, text } of localizedReferencesOf(checked)) {
      const noun = nouns[kind]
      if (noun === undefined || text.value === '') continue
      if (target !== undefined) {
        report.clear(text)
        continue
      }
      report(text.span, {
        message: `${from()} have a text for the ${noun} "${text.value}", which the policy does not have`,
        advise: () => didYouMean(text, idsOf(checked.policy, kind), 'remove the text')
      })
    }
  }
}
