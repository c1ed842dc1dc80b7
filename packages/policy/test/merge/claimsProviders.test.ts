import { describe, expect, it } from 'vitest'
import { childrenOf, type Policy } from '../../src/index.ts'
import { effectivePolicy } from '../support/policies.ts'

const provider = (content: string, ...ids: ReadonlyArray<string>) =>
  `<ClaimsProvider>${content}<TechnicalProfiles>${ids.map((id) => `<TechnicalProfile Id="${id}"/>`).join('')}</TechnicalProfiles></ClaimsProvider>`

const providers = (...list: ReadonlyArray<string>) => `<ClaimsProviders>${list.join('')}</ClaimsProviders>`

const domains = (policy: Policy) =>
  [...policy.technicalProfiles.values()].map(({ id, domain }) => [id.value, domain?.value])

const domain = (name: string) => `<Domain>${name}</Domain>`

describe('a claims provider is only a group', () => {
  it('whose profiles are merged with those of other groups', () => {
    const policy = effectivePolicy(
      providers(provider('<DisplayName>A</DisplayName>', 'P', 'Q')),
      providers(provider('<DisplayName>B</DisplayName>', 'q', 'R'))
    )
    expect([...policy.technicalProfiles.keys()]).toEqual(['p', 'q', 'r'])
    const groups = childrenOf(policy.element, 'ClaimsProviders').flatMap(({ children }) => children)
    expect(groups).toHaveLength(2)
  })

  it('that gives its domain to its profiles', () => {
    expect(domains(effectivePolicy(providers(provider(domain('a.com'), 'P'), provider('', 'Q'))))).toEqual([
      ['P', 'a.com'],
      ['Q', undefined]
    ])
  })

  it('whose domain may change for a single profile', () => {
    const base = providers(provider(domain('a.com'), 'P', 'Q', 'R'))
    expect(domains(effectivePolicy(base, providers(provider(domain('b.com'), 'Q'))))).toEqual([
      ['P', 'a.com'],
      ['R', 'a.com'],
      ['Q', 'b.com']
    ])
    expect(domains(effectivePolicy(base, providers(provider('', 'Q'))))).toEqual([
      ['P', 'a.com'],
      ['Q', 'a.com'],
      ['R', 'a.com']
    ])
  })

  it('below the domain of the profile itself', () => {
    const own = providers(
      `<ClaimsProvider>${domain('a.com')}<TechnicalProfiles><TechnicalProfile Id="P">${domain('c.com')}</TechnicalProfile></TechnicalProfiles></ClaimsProvider>`
    )
    expect(domains(effectivePolicy(own))).toEqual([['P', 'c.com']])
  })
})
