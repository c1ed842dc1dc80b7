/** What is named as an issuer must issue something. */
import type { Text } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { stepsWhere, typeOf } from '../steps.ts'

const sending = stepsWhere(({ step }) => typeOf(step) === 'sendclaims')

export const issuerKind: Rule = {
  code: 'TF3206',
  name: 'issuer-kind',
  title: 'issuer that issues nothing',
  severity: 'error',
  origin: 'b2c-fails',
  check: (policy, report) => {
    const check = (reference: Text | undefined) => {
      const issuer = reference === undefined ? undefined : policy.profile(reference.value)
      if (reference === undefined || issuer?.contract === undefined || issuer.contract.kind === 'issuer') return
      report(reference.span, {
        message: `"${issuer.profile.id.value}" issues nothing: its handler is ${issuer.contract.name}`,
        help: 'name a technical profile with an OutputTokenFormat, such as JwtIssuer',
        related: [{ message: 'it is defined here', span: issuer.profile.id.span }]
      })
    }
    for (const journey of policy.policy.userJourneys.values())
      check(journey.defaultCpimIssuerTechnicalProfileReferenceId)
    for (const { step } of sending(policy.policy)) check(step.cpimIssuerTechnicalProfileReferenceId)
  }
}
