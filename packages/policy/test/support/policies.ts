/** Makes small policies for tests. */
import {
  type EffectivePolicy,
  parsePolicy,
  type Policy,
  type PolicyFile,
  resolvePolicies,
  type Settings
} from '../../src/index.ts'

const namespace = 'http://schemas.microsoft.com/online/cpim/schemas/2013/06'

/** A policy file with that content; `base` is the policy id of its base. */
export const policyXml = (content: string, { id = 'B2C_1A_Base', base = '' } = {}): string =>
  `<TrustFrameworkPolicy xmlns="${namespace}" PolicySchemaVersion="0.3.0.0" TenantId="contoso.onmicrosoft.com" ` +
  `PolicyId="${id}" PublicPolicyUri="http://contoso.onmicrosoft.com/${id}">` +
  (base === ''
    ? ''
    : `<BasePolicy><TenantId>contoso.onmicrosoft.com</TenantId><PolicyId>${base}</PolicyId></BasePolicy>`) +
  `${content}</TrustFrameworkPolicy>`

/** The file `Base.xml` with that content. */
export const parse = (content: string, settings?: Settings): PolicyFile =>
  parsePolicy({ path: 'Base.xml', text: policyXml(content), ...(settings === undefined ? {} : { settings }) })

/** Policies that inherit from each other, the root base first: files `0.xml`, `1.xml`, … with ids `B2C_1A_0`, … */
export const chainFiles = (...contents: ReadonlyArray<string>): ReadonlyArray<PolicyFile> =>
  contents.map((content, i) =>
    parsePolicy({
      path: `${i}.xml`,
      text: policyXml(content, { id: `B2C_1A_${i}`, base: i === 0 ? '' : `B2C_1A_${i - 1}` })
    })
  )

/** The last of policies that inherit from each other, after inheritance. */
export const effective = (...contents: ReadonlyArray<string>): EffectivePolicy =>
  resolvePolicies(chainFiles(...contents)).effective(`B2C_1A_${contents.length - 1}`)

/** Its model. */
export const effectivePolicy = (...contents: ReadonlyArray<string>): Policy => {
  const { policy, diagnostics } = effective(...contents)
  if (policy === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return policy
}

/** A claims provider with technical profiles. */
export const profiles = (content: string): string =>
  `<ClaimsProviders><ClaimsProvider><TechnicalProfiles>${content}</TechnicalProfiles></ClaimsProvider></ClaimsProviders>`

/** A technical profile `P` with that content. */
export const profile = (content: string, id = 'P'): string =>
  profiles(`<TechnicalProfile Id="${id}">${content}</TechnicalProfile>`)

/** A user journey `J` with those steps. */
export const journey = (steps: string): string =>
  `<UserJourneys><UserJourney Id="J"><OrchestrationSteps>${steps}</OrchestrationSteps></UserJourney></UserJourneys>`
