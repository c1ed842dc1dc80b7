/** Lists of claims that a handler does not look at are of no use. */
import type { ClaimsContract } from '@trustframe/plan/handlers'
import type { PolicyNode, TechnicalProfile } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

const collections: ReadonlyArray<{
  readonly contract: keyof ClaimsContract
  readonly element: string
  readonly of: (profile: TechnicalProfile) => ReadonlyArray<PolicyNode>
}> = [
  { contract: 'inputClaims', element: 'InputClaims', of: ({ inputClaims }) => inputClaims },
  { contract: 'displayClaims', element: 'DisplayClaims', of: ({ displayClaims }) => displayClaims },
  { contract: 'persistedClaims', element: 'PersistedClaims', of: ({ persistedClaims }) => persistedClaims },
  { contract: 'outputClaims', element: 'OutputClaims', of: ({ outputClaims }) => outputClaims },
  {
    contract: 'validationTechnicalProfiles',
    element: 'ValidationTechnicalProfiles',
    of: ({ validationTechnicalProfiles }) => validationTechnicalProfiles
  }
]

export const unusedClaims: Rule = {
  code: 'TF3107',
  name: 'unused-claims',
  title: 'list that the handler does not use',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ contract, profile }, report) => {
    if (contract === undefined) return
    for (const { contract: key, element, of } of collections) {
      const [first] = of(profile)
      if (first === undefined || contract.claims[key] !== 'unused') continue
      report(first.span, {
        message: `${contract.name} does not use ${element}`,
        help:
          key === 'validationTechnicalProfiles'
            ? 'only pages have validations; give the technical profile a step of its own'
            : 'remove them'
      })
    }
  }
}
