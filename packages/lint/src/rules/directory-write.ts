/** A technical profile that writes accounts must say what it writes. */
import { keyOf } from '@trustframe/policy'
import { valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const writing: ReadonlySet<string> = new Set(['write', 'deleteclaims'])

export const directoryWrite: Rule = {
  code: 'TF3111',
  name: 'directory-write',
  title: 'directory write without persisted claims',
  severity: 'error',
  origin: 'b2c-fails',
  check: ({ running }, report) => {
    for (const { contract, profile } of running) {
      if (contract?.kind !== 'directory') continue
      const operation = valueOf(profile, 'Operation')
      if (operation === undefined) continue
      const { id, persistedClaims } = profile
      if (writing.has(keyOf(operation.value)) && persistedClaims.length === 0) {
        report(operation.span, {
          message: `technical profile "${id.value}" has the operation "${operation.value}" and no PersistedClaims`,
          help: 'list the claims that are written or deleted'
        })
      }
      const [first] = persistedClaims
      if (keyOf(operation.value) === 'read' && first !== undefined) {
        report(first.span, {
          message: `technical profile "${id.value}" reads; its PersistedClaims are not written`,
          help: 'remove them, or set Operation to Write'
        })
      }
    }
  }
}
