import { describe, expect, it } from 'vitest'
import { effective, effectivePolicy, profiles } from '../support/policies.ts'
import { marked } from '../support/marked.ts'

const profile = (id: string, content: string) => `<TechnicalProfile Id="${id}">${content}</TechnicalProfile>`
const include = (id: string) => `<IncludeTechnicalProfile ReferenceId="${id}"/>`
const items = (list: Readonly<Record<string, string>>) =>
  `<Metadata>${Object.entries(list)
    .map(([key, value]) => `<Item Key="${key}">${value}</Item>`)
    .join('')}</Metadata>`
const claims = (list: string, ...ids: ReadonlyArray<string>) =>
  `<${list}s>${ids.map((id) => `<${list} ClaimTypeReferenceId="${id}"/>`).join('')}</${list}s>`

/** What the technical profile `P` says, in a word for each part. */
const read = (...files: ReadonlyArray<string>) => {
  const found = effectivePolicy(...files.map((content) => profiles(content))).technicalProfiles.get('p')
  if (found === undefined) throw new Error('no profile')
  return {
    protocol: found.protocol?.name.value,
    metadata: Object.fromEntries(found.metadata.map(({ key, value }) => [key.value, value.value])),
    keys: found.cryptographicKeys.map(({ id }) => id.value),
    input: found.inputClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value),
    output: found.outputClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value)
  }
}

const raise = (value: string) => items({ RaiseErrorIfClaimsPrincipalDoesNotExist: value })

const validation = (id: string) =>
  `<ValidationTechnicalProfiles><ValidationTechnicalProfile ReferenceId="${id}"/></ValidationTechnicalProfiles>`

const from = (id: string) => `<IncludeClaimsFromTechnicalProfile>${id}</IncludeClaimsFromTechnicalProfile>`

describe('IncludeTechnicalProfile', () => {
  it('adds and overrides (oracle 77)', () => {
    const keys = '<CryptographicKeys><Key Id="k" StorageReferenceId="B2C_1A_K"/></CryptographicKeys>'
    expect(
      read(
        profile('P', items({ ServiceUrl: 'u2' }) + claims('InputClaim', 'a') + include('Q')) +
          profile('Q', items({ ServiceUrl: 'u1', AuthenticationType: 'Basic' }) + keys)
      )
    ).toEqual({
      protocol: undefined,
      metadata: { ServiceUrl: 'u2', AuthenticationType: 'Basic' },
      keys: ['k'],
      input: ['a'],
      output: []
    })
  })

  it('goes on through included profiles (oracle 78)', () => {
    expect(
      read(
        profile('P', raise('false') + include('Q')) +
          profile('Q', raise('true') + include('Common')) +
          profile('Common', '<Protocol Name="Proprietary" Handler="h"/>')
      )
    ).toMatchObject({ protocol: 'Proprietary', metadata: { RaiseErrorIfClaimsPrincipalDoesNotExist: 'false' } })
  })

  it('takes what the profile is after inheritance', () => {
    expect(
      read(
        profile('P', include('common')) + profile('Common', items({ A: '1' })),
        profile('Common', items({ A: '2', B: '3' }))
      ).metadata
    ).toEqual({ A: '2', B: '3' })
  })

  it('keeps the id of the profile itself', () => {
    const { technicalProfiles } = effectivePolicy(profiles(profile('P', include('Q')) + profile('Q', '')))
    expect([...technicalProfiles.values()].map(({ id }) => id.value)).toEqual(['P', 'Q'])
  })

  it('puts validations in front of the included ones, as inheritance does', () => {
    const { technicalProfiles } = effectivePolicy(
      profiles(profile('P', validation('V') + include('Q')) + profile('Q', validation('W')))
    )
    const found = technicalProfiles.get('p')?.validationTechnicalProfiles
    expect(found?.map(({ referenceId }) => referenceId.value)).toEqual(['V', 'W'])
  })

  it('works for the profile of the relying party', () => {
    const { relyingParty } = effectivePolicy(
      `${profiles(profile('Q', claims('OutputClaim', 'a')))}<RelyingParty>${profile('PolicyProfile', include('Q'))}</RelyingParty>`
    )
    expect(relyingParty?.technicalProfile?.outputClaims).toHaveLength(1)
  })
})

describe('IncludeClaimsFromTechnicalProfile', () => {
  it('adds input and output claims alone', () => {
    const content = items({ A: '1' }) + claims('InputClaim', 'a') + claims('OutputClaim', 'b')
    expect(read(profile('P', claims('OutputClaim', 'c') + from('Q')) + profile('Q', content))).toEqual({
      protocol: undefined,
      metadata: {},
      keys: [],
      input: ['a'],
      output: ['b', 'c']
    })
  })

  it.each([
    ['the same file', [profile('P', from('q')) + profile('Q', '')], []],
    ['a file that changes the profile too', [profile('Q', ''), profile('P', from('Q')) + profile('Q', '')], []],
    ['another file', [profile('Q', ''), profile('P', from('Q'))], [['TF1309', 'Q']]],
    ['nowhere', [profile('P', from('Q'))], [['TF1307', 'Q']]]
  ])('from %s', (_, files, expected) => {
    const { diagnostics } = effective(...files.map((content) => profiles(content)))
    expect(diagnostics.map(marked)).toEqual(expected)
  })
})

describe('what cannot be included', () => {
  it.each([
    [
      'a profile that is not there',
      profile('Comon', '') + profile('P', include('Common')),
      'the technical profile "P" includes "Common", which neither the policy nor its base policies have',
      'did you mean "Comon"?'
    ],
    [
      'the profile itself',
      profile('P', include('P')),
      'technical profiles include each other in a circle: "P" → "P"',
      'let one of them include nothing'
    ],
    [
      'profiles in a circle',
      profile('P', include('Q')) + profile('Q', include('R')) + profile('R', include('P')),
      'technical profiles include each other in a circle: "P" → "Q" → "R" → "P"',
      'let one of them include nothing'
    ]
  ])('%s', (_, content, message, help) => {
    const { policy, diagnostics } = effective(profiles(content))
    expect(diagnostics).toMatchObject([{ message, help }])
    expect(policy?.technicalProfiles.has('p')).toBe(true)
  })

  it('is told once for a profile that many include', () => {
    const { diagnostics } = effective(
      profiles(profile('P', include('R')) + profile('Q', include('R')) + profile('R', include('S')))
    )
    expect(diagnostics.map(marked)).toEqual([['TF1307', 'S']])
  })
})
