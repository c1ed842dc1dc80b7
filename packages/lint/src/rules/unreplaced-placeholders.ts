/** Placeholders that a build should have replaced must not be left. */
import { findPlaceholders } from '@trustframe/policy'
import { metadataContract } from '../metadataContract.ts'
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'

/** Placeholders that the service replaces by itself. */
const atRunTime: ReadonlySet<string> = new Set(['tenant', 'policy'])

export const unreplacedPlaceholders: Rule = {
  ...completes('TF2004'),
  name: 'unreplaced-placeholders',
  checkProfile: ({ contract, profile }, report) => {
    if (contract === undefined) return
    for (const { key, value } of profile.metadata) {
      if (!value.value.includes('{')) continue
      const type = metadataContract(contract, key.value)?.type
      if (type === undefined || type._tag === 'Message') continue
      // The claims that a RESTful profile puts into its URL.
      const claims = contract.name === 'RestfulProvider' ? profile.inputClaims : []
      const known = new Set(
        claims.flatMap(({ claimTypeReferenceId: id, partnerClaimType }) =>
          [id, partnerClaimType ?? id].map((text) => text.value.toLowerCase())
        )
      )
      for (const { name, span } of findPlaceholders(value)) {
        if (name.includes(':') || atRunTime.has(name.toLowerCase()) || known.has(name.toLowerCase())) continue
        report(span, {
          message: `{${name}} in the metadata "${key.value}" is no setting, and nothing replaces it at run time`,
          help: `set it, for example with --set ${name}=…, or in the environment's settings`
        })
      }
    }
  }
}
