import { describe, expect, it } from 'vitest'
import { effectivePolicy } from '../support/policies.ts'

const party = (content: string) => `<RelyingParty>${content}</RelyingParty>`

const start = (id: string) => `<DefaultUserJourney ReferenceId="${id}"/>`

const behaviors = '<UserJourneyBehaviors><ScriptExecution>Allow</ScriptExecution></UserJourneyBehaviors>'

const own = (...ids: ReadonlyArray<string>) =>
  `<TechnicalProfile Id="PolicyProfile"><OutputClaims>${ids.map((id) => `<OutputClaim ClaimTypeReferenceId="${id}"/>`).join('')}</OutputClaims></TechnicalProfile>`

const found = (...files: ReadonlyArray<string>) => {
  const { relyingParty } = effectivePolicy(...files)
  return {
    journey: relyingParty?.defaultUserJourney?.referenceId.value,
    script: relyingParty?.userJourneyBehaviors?.scriptExecution?.value,
    claims: relyingParty?.technicalProfile?.outputClaims.map((claim) => claim.claimTypeReferenceId.value)
  }
}

describe('the relying party', () => {
  it.each([
    [
      'of the base is inherited',
      [party(start('A') + own('a')), ''],
      { journey: 'A', script: undefined, claims: ['a'] }
    ],
    [
      'with a technical profile counts as a whole',
      [party(start('A') + behaviors + own('a')), party(start('B') + own('b'))],
      { journey: 'B', script: undefined, claims: ['b'] }
    ],
    [
      'inherits a missing default journey',
      [party(start('A') + behaviors + own('a')), party(own('b'))],
      { journey: 'A', script: undefined, claims: ['b'] }
    ],
    [
      'without a technical profile changes the inherited one',
      [party(start('A') + own('a')), party(start('B') + behaviors)],
      { journey: 'B', script: 'Allow', claims: ['a'] }
    ]
  ])('%s', (_, files, expected) => {
    expect(found(...files)).toEqual(expected)
  })
})

describe('the root', () => {
  it('has the attributes of the policy itself, and no base', () => {
    const { element, policyId, deploymentMode } = effectivePolicy('', '', '')
    expect(policyId.value).toBe('B2C_1A_2')
    expect(deploymentMode).toBeUndefined()
    expect(element.children.map(({ name }) => name)).toEqual([])
  })
})
