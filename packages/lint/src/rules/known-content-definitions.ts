/** Content definitions that are referred to must be defined. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownContentDefinitions: Rule = {
  ...completes('TF2033'),
  name: 'known-content-definitions',
  check: unresolved('content definition', 'define it in ContentDefinitions', 'contentDefinition')
}
