import { dataTypes } from '@trustframe/claims'
import { compileSingleProfile } from '@trustframe/plan'
import { exampleAnswer, exampleJson, exampleValue } from '@trustframe/testing'
import { describe, expect, it } from 'vitest'
import { claimType, type ProfileParts, scenarioOf } from '../support/policy.ts'

const planOf = (r: ProfileParts) => {
  const claimTypes = claimType('email') + claimType('groups', 'stringCollection') + claimType('token')
  const work = compileSingleProfile(scenarioOf(r, { claimTypes }).policy, 'R').plan?.steps[0]?.work
  const call = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile.call : undefined
  if (call?._tag !== 'Restful') throw new Error('R is no RESTful profile')
  return call
}

const output = (id: string, partner?: string, more = '') =>
  `<OutputClaim ClaimTypeReferenceId="${id}"${partner === undefined ? '' : ` PartnerClaimType="${partner}"`} ${more}/>`

describe('an example answer', () => {
  const paths = { ResolveJsonPathsInJsonTokens: 'true' }
  it.each([
    ['nothing for nothing', {}, {}],
    [
      'a member for each claim, by its wire name and type',
      { outputClaims: output('name', 'displayName') + output('age', 'years') + output('groups') },
      { displayName: 'Ada Lovelace', years: 42, groups: ['groups 1', 'groups 2'] }
    ],
    [
      'members at paths',
      { metadata: paths, outputClaims: output('email', 'data[1].to.email') + output('age', 'data[1].age') },
      { data: [{}, { to: { email: 'ada@example.com' }, age: 42 }] }
    ],
    [
      'a list, when the paths start with an item',
      { metadata: paths, outputClaims: output('name', '[0].name') },
      [{ name: 'Ada Lovelace' }]
    ],
    ['a literal member where paths are off', { outputClaims: output('name', 'a.b') }, { 'a.b': 'example a.b' }],
    [
      'no default that is always used',
      { outputClaims: output('name', undefined, 'DefaultValue="x" AlwaysUseDefaultValue="true" ') },
      {}
    ],
    [
      'the answer of a token endpoint',
      { outputClaims: output('token', 'access_token') },
      { access_token: 'example-token-of-R', token_type: 'Bearer', expires_in: 3599 }
    ],
    ['the type of the claim, whatever its name says', { outputClaims: output('age', 'email') }, { email: 42 }]
  ] satisfies ReadonlyArray<readonly [string, ProfileParts, unknown]>)('has %s', (_, r, answer) => {
    expect(exampleAnswer(planOf(r))).toEqual(answer)
  })

  it.each(dataTypes)('fits a claim of type %s', (dataType) => {
    expect(exampleValue('anything', dataType)).toBeDefined()
    expect(exampleJson('anything', dataType)).not.toBeNull()
  })
})
