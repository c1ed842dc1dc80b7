/** Merges claims providers: they have no ids and only group technical profiles, which do. */
import { type ElementRule, inSchemaOrder } from '../grammar/ElementRule.ts'
import { keyOfElement } from '../grammar/keyOfElement.ts'
import { technicalProfile } from '../grammar/technicalProfile.ts'
import type { XmlElement } from '../syntax/XmlElement.ts'
import { MergedElement } from './MergedElement.ts'

interface Group {
  readonly provider: XmlElement
  readonly profiles: Array<XmlElement>
  changed: boolean
  /** Profiles that got a provider of their own, by their place. */
  readonly apart: Map<number, XmlElement>
}

/**
 * The providers of `base` with their profiles merged, then providers with what only `derived` has. A profile stays with
 * the provider of the base, unless the derived file's provider gives another `Domain`: then it gets a provider of its
 * own, so that the domain changes for this profile alone.
 */
export const mergeClaimsProviders = (
  base: ReadonlyArray<XmlElement>,
  derived: ReadonlyArray<XmlElement>,
  rule: ElementRule,
  mergeProfiles: (base: XmlElement, derived: XmlElement) => XmlElement
): ReadonlyArray<XmlElement> => {
  const groups = base.map((provider): Group => ({
    provider,
    profiles: [...profilesOf(provider)],
    changed: false,
    apart: new Map()
  }))
  const places = placesOf(groups)
  const added: Array<XmlElement> = []
  for (const provider of derived) {
    const own = profilesOf(provider)
    const fresh: Array<XmlElement> = []
    for (const profile of own) {
      const at = places.get(idOf(profile) ?? '')
      const inherited = at?.group.profiles[at.place]
      if (at === undefined || inherited === undefined) {
        fresh.push(profile)
        continue
      }
      const { group, place } = at
      const merged = mergeProfiles(inherited, profile)
      group.changed = true
      group.profiles[place] = merged
      if (domainsOf(provider) !== '' && domainsOf(provider) !== domainsOf(group.provider)) {
        group.apart.set(place, withProfiles(overridden(group.provider, provider, rule), [merged]))
      }
    }
    if (fresh.length === own.length) added.push(provider)
    else if (fresh.length > 0) added.push(withProfiles(provider, fresh))
  }
  return [...groups.flatMap(providersOf), ...added]
}

const idOf = (profile: XmlElement): string | undefined => keyOfElement(profile, ['Id'], technicalProfile)

const placesOf = (groups: ReadonlyArray<Group>) => {
  const places = new Map<string, { readonly group: Group; readonly place: number }>()
  for (const group of groups) {
    group.profiles.forEach((profile, place) => {
      const id = idOf(profile)
      if (id !== undefined) places.set(id, { group, place })
    })
  }
  return places
}

const providersOf = ({ provider, profiles, changed, apart }: Group): ReadonlyArray<XmlElement> => {
  if (!changed) return [provider]
  const kept = profiles.filter((_, place) => !apart.has(place))
  const others = [...apart].toSorted(([a], [b]) => a - b).map(([, own]) => own)
  return kept.length === 0 ? others : [withProfiles(provider, kept), ...others]
}

const profilesOf = (provider: XmlElement): ReadonlyArray<XmlElement> =>
  provider.children.flatMap(({ name, children }) => (name === 'TechnicalProfiles' ? children : []))

const isDomain = ({ name }: XmlElement): boolean => name === 'Domain' || name === 'Domains'

const domainsOf = (provider: XmlElement): string =>
  provider.children
    .filter(isDomain)
    .flatMap((element) => (element.children.length === 0 ? [element] : element.children))
    .map(({ text }) => text.trim())
    .join('\n')

/** The provider of the derived file, and what only that of the base says. */
const overridden = (base: XmlElement, derived: XmlElement, rule: ElementRule): XmlElement => {
  const given = new Set(derived.children.map(({ name }) => name))
  const inherited = base.children.filter((element) => !given.has(element.name) && !isDomain(element))
  return new MergedElement(derived, inSchemaOrder([...inherited, ...derived.children], rule))
}

const withProfiles = (provider: XmlElement, profiles: ReadonlyArray<XmlElement>): XmlElement =>
  new MergedElement(
    provider,
    provider.children.map((child) => (child.name === 'TechnicalProfiles' ? new MergedElement(child, profiles) : child))
  )
