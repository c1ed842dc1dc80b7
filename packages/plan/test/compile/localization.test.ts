import { describe, expect, it } from 'vitest'
import { compileSingleProfile } from '@trustframe/plan'
import type { JourneyPlan, ProfilePlan } from '@trustframe/plan/plan'
import { claimTypes, policyOf, profile } from '../support/policies.ts'

const strings = (id: string, greeting: string) =>
  `<LocalizedResources Id="${id}"><LocalizedCollections>
    <LocalizedCollection ElementType="ClaimType" ElementId="city" TargetCollection="Restriction"><Item Text="${id}" Value="${id}" /></LocalizedCollection>
  </LocalizedCollections><LocalizedStrings>
    <LocalizedString ElementType="GetLocalizedStringsTransformationClaimType" StringId="greeting">${greeting}</LocalizedString>
  </LocalizedStrings></LocalizedResources>`

const reference = (language: string, id: string) =>
  `<LocalizedResourcesReference Language="${language}" LocalizedResourcesReferenceId="${id}" />`

const policy = policyOf({
  claimTypes: claimTypes('city', 'greeting'),
  transformations: `<ClaimsTransformation Id="Greet" TransformationMethod="GetLocalizedStringsTransformation">
    <OutputClaims><OutputClaim ClaimTypeReferenceId="greeting" /></OutputClaims></ClaimsTransformation>`,
  content: `<ContentDefinitions><ContentDefinition Id="api.page">
      <LoadUri>~/tenant/page.html</LoadUri><RecoveryUri>~/error.html</RecoveryUri>
      <DataUri>urn:com:microsoft:aad:b2c:elements:contract:selfasserted:2.1.7</DataUri>
      <LocalizedResourcesReferences>${reference('en', 'own')}${reference('en', 'inherited')}${reference('es', 'spanish')}</LocalizedResourcesReferences>
    </ContentDefinition></ContentDefinitions>
    <Localization Enabled="true"><SupportedLanguages DefaultLanguage="en"><SupportedLanguage>en</SupportedLanguage></SupportedLanguages>
    ${strings('own', 'Hello')}${strings('inherited', 'Hi')}${strings('spanish', 'Hola')}</Localization>`,
  profiles: profile('Page', {
    handler: 'selfAsserted',
    metadata: { ContentDefinitionReferenceId: 'api.page' },
    outputClaims: '<OutputClaim ClaimTypeReferenceId="city" />',
    more: '<OutputClaimsTransformations><OutputClaimsTransformation ReferenceId="Greet" /></OutputClaimsTransformations>'
  })
})

const compiled = (): { readonly plan: JourneyPlan; readonly page: ProfilePlan } => {
  const { plan } = compileSingleProfile(policy, 'Page')
  const work = plan?.steps[0]?.work
  const page = work?._tag === 'ClaimsExchange' ? work.exchanges[0]?.profile : undefined
  if (plan === undefined || page === undefined) throw new Error('the page cannot be compiled')
  return { plan, page }
}

describe('localized resources', () => {
  it('are the first of several that one language has', () => {
    const { call } = compiled().page
    const resources = call._tag === 'SelfAsserted' ? call.page?.resources : undefined
    expect(
      [...(resources ?? [])].map(([language, { collections }]) => [language, collections.get('city')])
    ).toStrictEqual([
      ['en', [{ text: 'own', value: 'own', selectByDefault: false }]],
      ['es', [{ text: 'spanish', value: 'spanish', selectByDefault: false }]]
    ])
  })

  it.each([
    ['en', 'Hello'],
    ['en-GB', 'Hello'],
    ['es', 'Hola'],
    // It does not fall back to the default language: the claim stays without a value.
    ['de', undefined]
  ])('give a claims transformation the strings of the language %s', (uiLanguage, expected) => {
    const { page, plan } = compiled()
    const bag = plan.claims.emptyBag()
    const failure = page.outputTransformations[0]?.run(bag, {
      nowMillis: 0,
      random: () => 0,
      randomBytes: (count) => new Uint8Array(count),
      policyKey: () => undefined,
      uiLanguage
    })
    expect(failure).toBeUndefined()
    expect(bag[plan.claims.find('greeting')?.slot ?? -1]).toBe(expected)
  })
})
