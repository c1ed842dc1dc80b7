/** The texts of a page: B2C's own, over them those of the metadata, over them the localized ones. */
import { findString, type PageElement, type PagePlan, type ProfilePlan } from '@trustframe/plan/plan'
import type { Run } from '../Run.ts'
import { pagePlan } from '../place.ts'
import { controlStrings, defaultStrings } from './defaultStrings.ts'

/** A localized text of the page that is shown. */
export const localized = (
  run: Run,
  elementType: string,
  elementId: string | undefined,
  stringId: string
): string | undefined => {
  const page = pagePlan(run)
  return page === undefined
    ? undefined
    : findString(page, run.plan.localization, run.language, elementType, elementId, stringId)?.value
}

const prefix = 'language.'

/** `language.button_continue` and the like, by string id in lower case. */
const inMetadata = (page: PagePlan | undefined, profile: ProfilePlan | undefined): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const texts of [page?.texts, profile?.messages]) {
    for (const [key, { value }] of texts ?? []) {
      if (key.startsWith(prefix)) found.set(key.slice(prefix.length), value)
    }
  }
  return found
}

/** One text of a page, such as `cancel_message`. */
export const pageString = (
  run: Run,
  element: PageElement,
  profile: ProfilePlan | undefined,
  stringId: string
): string =>
  localized(run, 'UxElement', undefined, stringId) ??
  inMetadata(pagePlan(run), profile).get(stringId.toLowerCase()) ??
  defaultStrings(element)[stringId] ??
  ''

/** All texts of a page by string id. Source: localization (UxElement), pages section 8. */
export const pageStrings = (
  run: Run,
  element: PageElement,
  profile: ProfilePlan | undefined
): Readonly<Record<string, string>> => {
  const metadata = inMetadata(pagePlan(run), profile)
  const names = new Map(Object.keys(defaultStrings(element)).map((name) => [name.toLowerCase(), name]))
  const strings: Record<string, string> = {}
  for (const name of names.values()) strings[name] = pageString(run, element, profile, name)
  for (const [name, text] of metadata) if (!names.has(name)) strings[name] = text
  for (const [name, text] of uxElements(run)) if (!names.has(name.toLowerCase())) strings[name] = text
  return strings
}

const uxPrefix = 'uxelement//'

/** Localized texts that B2C's own list does not have, in the chosen language. */
const uxElements = (run: Run): ReadonlyArray<readonly [string, string]> => {
  const { localization } = run.plan
  const resources = pagePlan(run)?.resources.get(run.language.toLowerCase())
  if (!localization.enabled || resources === undefined) return []
  return [...resources.strings].flatMap(([key, { value }]) =>
    key.startsWith(uxPrefix) ? [[key.slice(uxPrefix.length), value] as const] : []
  )
}

/** The texts of a display control by string id. */
export const stringsOfControl = (run: Run, controlId: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(controlStrings).map(([stringId, text]) => [
      stringId,
      localized(run, 'DisplayControl', controlId, stringId) ?? text
    ])
  )
