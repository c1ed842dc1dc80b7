/** AllowInsecureAuthInProduction lets an unprotected API into production. */
import { keyOf } from '@trustframe/policy'
import { itemOf, saysTrue, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

export const insecureInProduction: Rule = {
  code: 'TF3602',
  name: 'insecure-in-production',
  title: 'unprotected API is allowed in production',
  severity: 'warning',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    if (contract?.name !== 'RestfulProvider') return
    const item = itemOf(profile, 'AllowInsecureAuthInProduction')
    if (item === undefined || !saysTrue(item.value)) return
    const open = keyOf(valueOf(profile, 'AuthenticationType')?.value ?? '') === 'none'
    report(item.value.span, {
      message: open
        ? `"${profile.id.value}" calls its API without authentication, in production too: anybody can call it`
        : `"${profile.id.value}" authenticates, and allows calls without authentication all the same`,
      help: open ? 'use Bearer, Basic, ClientCertificate or ApiKeyHeader' : 'remove the item'
    })
  }
}
