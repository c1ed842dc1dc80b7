import { describe, expect, it } from 'vitest'
import {
  findOptions,
  findString,
  findStringIn,
  type LocalizationPlan,
  pageLanguage,
  type PagePlan,
  type ResourcesPlan,
  stringKey
} from '@trustframe/plan/plan'

const localization: LocalizationPlan = { enabled: true, defaultLanguage: 'en', languages: ['en', 'fr', 'pt-BR'] }
const off: LocalizationPlan = { ...localization, enabled: false }

describe('pageLanguage', () => {
  it.each([
    ['en', undefined, localization, 'en'],
    ['fr-CA', undefined, localization, 'fr'],
    ['PT-br', undefined, localization, 'pt-BR'],
    // A browser gets a language that is supported, an application the one that it asks for.
    ['de', undefined, localization, 'en'],
    ['', undefined, localization, 'en'],
    ['fr', 'de', localization, 'de'],
    ['fr', 'es-ES', localization, 'es-ES'],
    ['fr', 'hi en', localization, 'hi'],
    ['fr', '', localization, 'fr'],
    ['fr', '<b> ../etc', localization, 'fr'],
    ['fr', '<b> de-DE', localization, 'de-DE'],
    ['de', undefined, off, 'de'],
    ['', undefined, off, 'en'],
    ['fr', 'de', off, 'de']
  ])('of a browser that asks for "%s", with ui_locales %j', (requested, uiLocales, languages, expected) => {
    expect(pageLanguage(languages, requested, uiLocales)).toBe(expected)
  })
})

const origin = { file: 'Policy.xml', line: 1, column: 1 }

const resources = (language: string, strings: Readonly<Record<string, string>>, ...options: ReadonlyArray<string>) =>
  [
    language.toLowerCase(),
    {
      language,
      strings: new Map(
        Object.entries(strings).map(([id, value]) => [stringKey('UxElement', undefined, id), { value, origin }])
      ),
      collections: new Map(options.length === 0 ? [] : [['city', options.map((text) => ({ text, value: text }))]])
    } satisfies ResourcesPlan
  ] as const

const page: PagePlan = {
  contentDefinition: 'api.selfasserted',
  origin,
  element: 'selfasserted',
  version: [2, 1, 7],
  contract: true,
  dataUri: undefined,
  loadUri: undefined,
  texts: new Map(),
  resources: new Map([
    resources('en', { next: 'Next', back: 'Back' }, 'London'),
    resources('fr', { next: 'Suivant' }, 'Londres'),
    resources('fr-CA', { back: 'Retour' })
  ])
}

describe('the resources of a page', () => {
  it.each([
    ['en', 'next', 'Next', 'Next'],
    ['EN-gb', 'next', 'Next', 'Next'],
    ['fr', 'next', 'Suivant', 'Suivant'],
    ['fr-CA', 'next', 'Suivant', 'Suivant'],
    ['fr-CA', 'back', 'Retour', 'Retour'],
    // Pages fall back to the default language; what asks for the language itself gets nothing.
    ['fr', 'back', 'Back', undefined],
    ['de', 'next', 'Next', undefined],
    ['de', 'none', undefined, undefined]
  ])('in %s have the string "%s"', (language, id, shown, own) => {
    expect(findString(page, localization, language, 'uxelement', undefined, id)?.value).toBe(shown)
    expect(findStringIn(page, localization, language, 'UxElement', undefined, id)?.value).toBe(own)
  })

  it.each([
    ['en', 'London'],
    ['fr', 'Londres'],
    ['fr-CA', 'Londres'],
    ['de', undefined]
  ])('in %s have the options', (language, expected) => {
    expect(findOptions(page, localization, language, 'City')?.[0]?.text).toBe(expected)
  })

  it('are nothing where localization is off, and without a page', () => {
    expect(findString(page, off, 'en', 'UxElement', undefined, 'next')).toBeUndefined()
    expect(findOptions(page, off, 'en', 'city')).toBeUndefined()
    expect(findOptions(undefined, localization, 'en', 'city')).toBeUndefined()
  })
})
