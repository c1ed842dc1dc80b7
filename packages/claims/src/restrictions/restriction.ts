/** The options of a claim type: enumerations, how files of a policy merge them, localized collections (claims-schema 7). */
import type { RestrictionItem } from '../contract/Environment.ts'

/** Restriction/@MergeBehavior. */
export const mergeBehaviors = ['Append', 'Prepend', 'ReplaceAll'] as const

export type MergeBehavior = (typeof mergeBehaviors)[number]

/** The options of a claim type after a derived file: without a MergeBehavior, its own replace those of its base (7.3). */
export const mergeEnumerations = (
  base: ReadonlyArray<RestrictionItem>,
  derived: ReadonlyArray<RestrictionItem>,
  mergeBehavior: MergeBehavior = 'ReplaceAll'
): ReadonlyArray<RestrictionItem> => {
  switch (mergeBehavior) {
    case 'Append':
      return [...base, ...derived]
    case 'Prepend':
      return [...derived, ...base]
    case 'ReplaceAll':
      return derived
  }
}

/** The options of a claim type and of its localized collections, by language. */
export interface RestrictionOptions {
  readonly enumeration?: ReadonlyArray<RestrictionItem> | undefined
  readonly localizedCollections?: ReadonlyMap<string, ReadonlyArray<RestrictionItem>> | undefined
}

/** The options on a page in a language: its localized collection, else the enumeration of the claim type, else none (7.4). */
export const optionsIn = (
  { enumeration, localizedCollections }: RestrictionOptions,
  language: string | undefined
): ReadonlyArray<RestrictionItem> => {
  const wanted = language?.toLowerCase()
  for (const [known, options] of localizedCollections ?? []) if (known.toLowerCase() === wanted) return options
  return enumeration ?? []
}

/** The values that are selected before the user chooses; of a single selection the first one (7.1). */
export const defaultSelection = (options: ReadonlyArray<RestrictionItem>, multiple: boolean): ReadonlyArray<string> => {
  const selected = options.filter(({ selectByDefault }) => selectByDefault === true).map(({ value }) => value)
  return multiple ? selected : selected.slice(0, 1)
}
