/** What the relying party speaks, the issuer of its journey must issue. */
import { keyOf } from '@trustframe/policy'
import { isDefaultJourney } from '../flow/journeyFlow.ts'
import type { Rule } from '../Rule.ts'
import { typeOf } from '../steps.ts'

const formats: Readonly<Partial<Record<string, string>>> = { OpenIdConnect: 'JWT', SAML2: 'SAML2' }

export const tokenProtocol: Rule = {
  code: 'TF3706',
  name: 'token-protocol',
  title: 'issuer of another protocol than the relying party',
  severity: 'error',
  origin: 'b2c-fails',
  check: (checked, report) => {
    const { policy } = checked
    const protocol = policy.relyingParty?.technicalProfile?.protocol?.name
    const format = formats[protocol?.value ?? '']
    if (protocol === undefined || format === undefined) return
    for (const journey of policy.userJourneys.values()) {
      if (!isDefaultJourney(policy, journey)) continue
      const issuers = journey.orchestrationSteps
        .filter((step) => typeOf(step) === 'sendclaims')
        .flatMap(
          (step) =>
            step.cpimIssuerTechnicalProfileReferenceId ?? journey.defaultCpimIssuerTechnicalProfileReferenceId ?? []
        )
        .flatMap((reference) => checked.profile(reference.value) ?? [])
        .filter(({ contract }) => contract?.issues !== undefined && contract.name !== 'OAuth2Error')
      if (issuers.length === 0 || issuers.some(({ contract }) => contract?.issues?.format === format)) continue
      const [issuer] = issuers
      report(protocol.span, {
        message: `the relying party speaks ${protocol.value}, and "${issuer?.profile.id.value ?? ''}" of user journey "${journey.id.value}" issues ${issuer?.contract?.issues?.format ?? ''}`,
        help: keyOf(protocol.value) === 'saml2' ? 'send claims with a SAML issuer' : 'send claims with a JWT issuer'
      })
    }
  }
}
