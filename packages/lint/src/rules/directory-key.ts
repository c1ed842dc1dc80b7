/** A technical profile of the directory finds the account by exactly one input claim. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { all } from '../words.ts'

export const directoryKey: Rule = {
  ...completes('TF2039'),
  name: 'directory-key',
  checkProfile: ({ contract, profile }, report) => {
    if (contract?.kind !== 'directory') return
    const { id, inputClaims } = profile
    const [, second] = inputClaims
    if (second === undefined) return
    const names = inputClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value)
    report(second.span, {
      message: `technical profile "${id.value}" finds the account by exactly one input claim; it has ${all(names)}`,
      help: 'leave one of them; an inherited input claim stays beside those that are added'
    })
  }
}
