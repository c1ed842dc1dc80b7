/** Finds the strings and options of a page in a language. */
import type { RestrictionItem } from '@trustframe/claims'
import type { Located } from './Origin.ts'
import { type LocalizationPlan, type PagePlan, type ResourcesPlan, stringKey } from './PagePlan.ts'

/** The form of a language tag, as the schema of policies has it. */
const tagForm = /^[a-z]{1,3}(-[a-z0-9]{2,4}){0,2}$/i

/**
 * The language that a page is shown in: the first one of `ui_locales`, whatever the policy supports; else the one that the
 * browser asks for, else that language without the region, else the policy's default, of those that the policy supports.
 * Without localization it is the one that was asked for. Source: language-customization, localization.
 */
export const pageLanguage = (
  { defaultLanguage, enabled, languages }: LocalizationPlan,
  requested: string,
  uiLocales = ''
): string => {
  const explicit = uiLocales.split(' ').find((tag) => tagForm.test(tag))
  if (explicit !== undefined) return explicit
  if (!enabled) return requested === '' ? defaultLanguage : requested
  const wanted = requested.toLowerCase()
  const primary = wanted.split('-')[0]
  const find = (name: string | undefined) => languages.find((language) => language.toLowerCase() === name)
  return find(wanted) ?? find(primary) ?? defaultLanguage
}

/** The resources of a page in a language, then in the language without its region. */
const resourcesIn = (page: PagePlan, { enabled }: LocalizationPlan, language: string): ReadonlyArray<ResourcesPlan> => {
  if (!enabled) return []
  const name = language.toLowerCase()
  return [...new Set([name, name.split('-')[0] ?? name])].flatMap((tag) => page.resources.get(tag) ?? [])
}

/** A localized string of a page in a language; `undefined` where the language has none. */
export const findStringIn = (
  page: PagePlan,
  localization: LocalizationPlan,
  language: string,
  elementType: string,
  elementId: string | undefined,
  stringId: string
): Located | undefined => {
  const key = stringKey(elementType, elementId, stringId)
  for (const { strings } of resourcesIn(page, localization, language)) {
    const found = strings.get(key)
    if (found !== undefined) return found
  }
  return undefined
}

/** A localized string of a page; of the default language where the page's own lacks it. */
export const findString = (
  page: PagePlan,
  localization: LocalizationPlan,
  language: string,
  elementType: string,
  elementId: string | undefined,
  stringId: string
): Located | undefined =>
  findStringIn(page, localization, language, elementType, elementId, stringId) ??
  findStringIn(page, localization, localization.defaultLanguage, elementType, elementId, stringId)

/** The options of a claim on a page: a localized collection of the language takes the place of the claim's own. */
export const findOptions = (
  page: PagePlan | undefined,
  localization: LocalizationPlan,
  language: string,
  claimTypeId: string
): ReadonlyArray<RestrictionItem> | undefined =>
  page === undefined
    ? undefined
    : resourcesIn(page, localization, language)
        .map(({ collections }) => collections.get(claimTypeId.toLowerCase()))
        .find((options) => options !== undefined)
