import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src/index.ts'
import { effectivePolicy } from '../support/policies.ts'

const metadata = (items: Readonly<Record<string, string>>): string =>
  `<Metadata>${Object.entries(items)
    .map(([key, value]) => `<Item Key="${key}">${value}</Item>`)
    .join('')}</Metadata>`

const blocks = (content: string) => `<BuildingBlocks>${content}</BuildingBlocks>`

const claimType = (content: string) => blocks(`<ClaimsSchema><ClaimType Id="c">${content}</ClaimType></ClaimsSchema>`)

const options = (behavior: string, ...values: ReadonlyArray<string>) =>
  claimType(
    `<Restriction${behavior === '' ? '' : ` MergeBehavior="${behavior}"`}>${values.map((v) => `<Enumeration Text="${v}" Value="${v}"/>`).join('')}</Restriction>`
  )

const definition = (content: string) =>
  blocks(`<ContentDefinitions><ContentDefinition Id="d">${content}</ContentDefinition></ContentDefinitions>`)

const languages = (language: string, own: string) =>
  blocks(
    `<ContentDefinitions><ContentDefinition Id="d"><LocalizedResourcesReferences${own}>` +
      `<LocalizedResourcesReference Language="${language}"/></LocalizedResourcesReferences></ContentDefinition></ContentDefinitions>` +
      `<Localization Enabled="true"><SupportedLanguages DefaultLanguage="${language}"${own}><SupportedLanguage>${language}</SupportedLanguage></SupportedLanguages></Localization>`
  )

const resources = (...strings: ReadonlyArray<readonly [string, string]>) =>
  blocks(
    `<Localization><LocalizedResources Id="r" Culture="en"><LocalizedStrings>${strings
      .map(([id, value]) => `<LocalizedString ElementType="UxElement" StringId="${id}">${value}</LocalizedString>`)
      .join('')}</LocalizedStrings></LocalizedResources></Localization>`
  )

describe('a building block of a derived file', () => {
  it('replaces elements of a claim type and keeps the others', () => {
    const claim = effectivePolicy(
      claimType('<DisplayName>a</DisplayName><DataType>string</DataType>'),
      claimType('<DisplayName>b</DisplayName><UserInputType>TextBox</UserInputType>')
    ).claimTypes.get('c')
    expect(claim).toMatchObject({
      displayName: { value: 'b' },
      dataType: { value: 'string' },
      userInputType: { value: 'TextBox' }
    })
  })

  it.each([
    ['', ['b']],
    ['ReplaceAll', ['b']],
    ['Append', ['a', 'b']],
    ['Prepend', ['b', 'a']]
  ])('combines options by MergeBehavior "%s"', (behavior, expected) => {
    const claim = effectivePolicy(options('', 'a'), options(behavior, 'b')).claimTypes.get('c')
    expect(claim?.enumerations.map(({ value }) => value.value)).toEqual(expected)
  })

  it('replaces options with a pattern, whatever its MergeBehavior', () => {
    const pattern = claimType('<Restriction MergeBehavior="Append"><Pattern RegularExpression="x"/></Restriction>')
    const claim = effectivePolicy(options('', 'a'), pattern).claimTypes.get('c')
    expect([claim?.enumerations, claim?.pattern?.regularExpression.value]).toEqual([[], 'x'])
  })

  it('replaces a single element of a content definition', () => {
    const found = effectivePolicy(
      definition(`<LoadUri>~/a</LoadUri><DataUri>urn:a:1</DataUri>${metadata({ A: '1', B: '2' })}`),
      definition(`<DataUri>urn:a:2</DataUri>${metadata({ B: '3' })}`)
    ).contentDefinitions.get('d')
    expect(found).toMatchObject({ loadUri: { value: '~/a' }, dataUri: { value: 'urn:a:2' } })
    expect(found?.metadata.map(({ key, value }) => `${key.value}=${value.value}`)).toEqual(['A=1', 'B=3'])
  })

  it.each([
    ['', ['b']],
    ['Append', ['a', 'b']],
    ['Prepend', ['b', 'a']]
  ])('combines languages and their resources by MergeBehavior "%s"', (behavior, expected) => {
    const attribute = behavior === '' ? '' : ` MergeBehavior="${behavior}"`
    const policy = effectivePolicy(languages('a', ''), languages('b', attribute))
    expect(policy.localization?.supportedLanguages.map(({ value }) => value)).toEqual(expected)
    expect(policy.localization?.defaultLanguage?.value).toBe('b')
    const resourcesReferences = policy.contentDefinitions.get('d')?.localizedResourcesReferences
    expect(resourcesReferences?.map(({ language }) => language.value)).toEqual(expected)
  })

  it('replaces strings of localized resources one by one', () => {
    const [found] =
      effectivePolicy(resources(['a', '1'], ['b', '2']), resources(['b', '3'])).localization?.resources ?? []
    expect(found?.strings.map(({ stringId, value }) => [stringId.value, value.value])).toEqual([
      ['a', '1'],
      ['b', '3']
    ])
  })

  it.each([
    [
      'claims of a transformation',
      (claim: string) =>
        `<ClaimsTransformations><ClaimsTransformation Id="t" TransformationMethod="m"><InputClaims><InputClaim ClaimTypeReferenceId="${claim}"/></InputClaims></ClaimsTransformation></ClaimsTransformations>`,
      (policy: Policy) =>
        policy.claimsTransformations.get('t')?.inputClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value)
    ],
    [
      'parameters of a predicate',
      (id: string) =>
        `<Predicates><Predicate Id="p" Method="m"><Parameters><Parameter Id="${id}">1</Parameter></Parameters></Predicate></Predicates>`,
      (policy: Policy) => policy.predicates.get('p')?.parameters.map((parameter) => parameter.id.value)
    ],
    [
      'groups of a predicate validation',
      (id: string) =>
        `<PredicateValidations><PredicateValidation Id="v"><PredicateGroups><PredicateGroup Id="${id}"/></PredicateGroups></PredicateValidation></PredicateValidations>`,
      (policy: Policy) => policy.predicateValidations.get('v')?.groups.map((group) => group.id.value)
    ],
    [
      'claims of a display control',
      (id: string) =>
        `<DisplayControls><DisplayControl Id="c" UserInterfaceControlType="VerificationControl"><OutputClaims><OutputClaim ClaimTypeReferenceId="${id}"/></OutputClaims></DisplayControl></DisplayControls>`,
      (policy: Policy) =>
        policy.displayControls.get('c')?.outputClaims.map(({ claimTypeReferenceId }) => claimTypeReferenceId.value)
    ]
  ])('replaces %s as a list', (_, content, read) => {
    expect(read(effectivePolicy(blocks(content('a')), blocks(content('b'))))).toEqual(['b'])
  })
})
