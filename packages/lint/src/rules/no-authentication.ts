/** Calls should prove who makes them. */
import { keyOf } from '@trustframe/policy'
import { saysTrue, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

export const noAuthentication: Rule = {
  code: 'TF3601',
  name: 'no-authentication',
  title: 'API that is called without authentication',
  severity: 'warning',
  origin: 'advice',
  alsoReportedAs: ['TF2009'],
  checkProfile: ({ contract, profile }, report) => {
    if (contract?.name !== 'RestfulProvider') return
    const type = valueOf(profile, 'AuthenticationType')
    if (type === undefined || keyOf(type.value) !== 'none') return
    if (saysTrue(valueOf(profile, 'AllowInsecureAuthInProduction'))) return
    report(type.span, {
      message: `"${profile.id.value}" calls its API without authentication: anybody can call it`,
      help: 'use Bearer, Basic, ClientCertificate or ApiKeyHeader'
    })
  }
}
