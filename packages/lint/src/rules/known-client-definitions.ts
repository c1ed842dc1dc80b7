/** Client definitions that are referred to must be defined. */
import type { Rule } from '../Rule.ts'
import { unresolved } from '../unresolved.ts'

export const knownClientDefinitions: Rule = {
  code: 'TF3002',
  name: 'known-client-definitions',
  title: 'client definition is not defined',
  severity: 'error',
  origin: 'b2c-rejects',
  check: unresolved('client definition', 'define it in ClientDefinitions', 'clientDefinition')
}
