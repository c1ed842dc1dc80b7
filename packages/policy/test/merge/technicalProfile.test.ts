import { describe, expect, it } from 'vitest'
import { type Policy, printElement, type TechnicalProfile } from '../../src/index.ts'
import { effective, effectivePolicy, profile, profiles } from '../support/policies.ts'

const only = (policy: Policy, id = 'p'): TechnicalProfile => {
  const found = policy.technicalProfiles.get(id)
  if (found === undefined) throw new Error(`no technical profile "${id}"`)
  return found
}

/** What a technical profile `P`, given by several files, says in the end. */
const merged = (...contents: ReadonlyArray<string>): TechnicalProfile =>
  only(effectivePolicy(...contents.map((content) => profile(content))))

const metadata = (items: Readonly<Record<string, string>>): string =>
  `<Metadata>${Object.entries(items)
    .map(([key, value]) => `<Item Key="${key}">${value}</Item>`)
    .join('')}</Metadata>`

const claims = (list: string, ...ids: ReadonlyArray<string>): string =>
  `<${list}s>${ids.map((id) => `<${list} ClaimTypeReferenceId="${id}"/>`).join('')}</${list}s>`

const references = (list: string, ...ids: ReadonlyArray<string>): string =>
  `<${list}s>${ids.map((id) => `<${list} ReferenceId="${id}"/>`).join('')}</${list}s>`

const pairs = ({ metadata: items }: TechnicalProfile) => items.map(({ key, value }) => `${key.value}=${value.value}`)

const claimWith = (attributes: string) =>
  `<InputClaims><InputClaim ClaimTypeReferenceId="a" ${attributes}/></InputClaims>`

const claimsWith = (...partners: ReadonlyArray<string>) =>
  `<OutputClaims>${partners.map((p) => `<OutputClaim ClaimTypeReferenceId="a" PartnerClaimType="${p}"/>`).join('')}</OutputClaims>`

const partners = (...files: ReadonlyArray<string>) =>
  merged(...files).outputClaims.map(({ partnerClaimType }) => partnerClaimType?.value)

const last = (profileOf: TechnicalProfile) => profileOf.element.children.map((child) => printElement(child))

const keys = (...list: ReadonlyArray<readonly [string, string]>) =>
  `<CryptographicKeys>${list.map(([id, container]) => `<Key Id="${id}" StorageReferenceId="${container}"/>`).join('')}</CryptographicKeys>`

describe('a technical profile of a derived file', () => {
  it.each([
    [
      'adds metadata and replaces that of a key (oracle 76)',
      [
        { A: '1', B: '2' },
        { B: '3', C: '4' }
      ],
      ['A=1', 'B=3', 'C=4']
    ],
    ['finds keys ignoring case and white space', [{ A: '1' }, { ' a ': '2' }], ['a=2']],
    ['over three files', [{ A: '1' }, { B: '2' }, { A: '3', C: '4' }], ['A=3', 'B=2', 'C=4']]
  ])('%s', (_, files, expected) => {
    expect(pairs(merged(...files.map(metadata)))).toEqual(expected)
  })

  it('adds claims behind the inherited ones (oracle 76)', () => {
    const found = merged(claims('InputClaim', 'signInName', 'password'), claims('InputClaim', 'client_id'))
    expect(found.inputClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value)).toEqual([
      'signInName',
      'password',
      'client_id'
    ])
  })

  it.each(['InputClaim', 'OutputClaim', 'PersistedClaim', 'DisplayClaim'])('unites lists of %s by claim', (list) => {
    const found = merged(claims(list, 'a', 'b'), claims(list, 'B', 'c'))
    const all = [...found.inputClaims, ...found.outputClaims, ...found.persistedClaims, ...found.displayClaims]
    expect(all.map(({ claimTypeReferenceId }) => claimTypeReferenceId?.value)).toEqual(['a', 'B', 'c'])
  })

  it('changes a claim attribute by attribute', () => {
    const [claim] = merged(
      claimWith('PartnerClaimType="x" DefaultValue="1"'),
      claimWith('PartnerClaimType="y" Required="true"')
    ).inputClaims
    expect(claim).toMatchObject({
      partnerClaimType: { value: 'y' },
      defaultValue: { value: '1' },
      required: true
    })
  })

  it('pairs a claim that is listed twice with the one of the same turn', () => {
    expect(partners(claimsWith('x', 'y'), claimsWith('z'))).toEqual(['z', 'y'])
    expect(partners(claimsWith('x'), claimsWith('y', 'z'))).toEqual(['y', 'z'])
  })

  it('tells claims and display controls apart', () => {
    const control = '<DisplayClaims><DisplayClaim DisplayControlReferenceId="a"/></DisplayClaims>'
    expect(merged(claims('DisplayClaim', 'a'), control).displayClaims).toHaveLength(2)
  })

  it('puts its transformations behind the inherited ones', () => {
    const found = merged(
      references('OutputClaimsTransformation', 'a', 'b'),
      references('OutputClaimsTransformation', 'c', 'a')
    )
    expect(found.outputClaimsTransformations.map(({ referenceId }) => referenceId.value)).toEqual(['a', 'b', 'c'])
  })

  it('joins lists of transformations that are given in pieces', () => {
    const found = merged(
      references('InputClaimsTransformation', 'a') + references('InputClaimsTransformation', 'b'),
      references('InputClaimsTransformation', 'B', 'c')
    )
    expect(found.inputClaimsTransformations.map(({ referenceId }) => referenceId.value)).toEqual(['a', 'B', 'c'])
  })

  it.each([
    ['V', ['W'], ['V'], ['V', 'W'], []],
    ['V, W', ['W'], ['V', 'W'], ['V', 'W', 'W'], ['TF1310']],
    ['w, in another case', ['W'], ['w'], ['w', 'W'], ['TF1310']]
  ])('puts its validations %s in front of the inherited ones (oracle 79)', (_, base, derived, expected, codes) => {
    const { policy, diagnostics } = effective(
      profile(references('ValidationTechnicalProfile', ...base)),
      profile(references('ValidationTechnicalProfile', ...derived))
    )
    const found = policy?.technicalProfiles.get('p')?.validationTechnicalProfiles
    expect(found?.map(({ referenceId }) => referenceId.value)).toEqual(expected)
    expect(diagnostics.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['DisplayName', '<DisplayName>a</DisplayName>', '<DisplayName>b</DisplayName>'],
    ['Protocol as a whole', '<Protocol Name="Proprietary" Handler="h"/>', '<Protocol Name="None"/>'],
    ['IncludeInSso', '<IncludeInSso>true</IncludeInSso>', '<IncludeInSso>false</IncludeInSso>'],
    [
      'EnabledForUserJourneys',
      '<EnabledForUserJourneys>Always</EnabledForUserJourneys>',
      '<EnabledForUserJourneys>Never</EnabledForUserJourneys>'
    ],
    [
      'UseTechnicalProfileForSessionManagement',
      '<UseTechnicalProfileForSessionManagement ReferenceId="A"/>',
      '<UseTechnicalProfileForSessionManagement ReferenceId="B"/>'
    ]
  ])('replaces %s', (_, base, derived) => {
    expect(last(merged(base, derived))).toEqual(last(merged(derived)))
  })

  it('keeps what only the base gives, in the order of the schema', () => {
    const found = merged(
      `<DisplayName>a</DisplayName>${metadata({ A: '1' })}${claims('OutputClaim', 'a')}`,
      `<Description>b</Description><IncludeInSso>true</IncludeInSso>${claims('InputClaim', 'b')}`
    )
    expect(found.element.children.map(({ name }) => name)).toEqual([
      'DisplayName',
      'Description',
      'Metadata',
      'IncludeInSso',
      'InputClaims',
      'OutputClaims'
    ])
  })

  it('replaces a key by its id', () => {
    const found = merged(keys(['a', 'A'], ['b', 'B']), keys(['a', 'C'])).cryptographicKeys
    expect(found.map(({ id, storageReferenceId }) => [id.value, storageReferenceId.value])).toEqual([
      ['a', 'C'],
      ['b', 'B']
    ])
  })
})

describe('a list without keys', () => {
  it('keeps what is there when a derived file says nothing of it', () => {
    const base = profiles('<TechnicalProfile Id="P"><ErrorHandlers/></TechnicalProfile>')
    expect(only(effectivePolicy(base, '')).element.children).toHaveLength(1)
  })
})
