/** Lists of texts: adding and finding. */
import { equalOrdinal } from '../../text/ordinal.ts'

/** Appends a text unless the same one is there; nothing to append leaves the list as it is. */
export const withText = (
  collection: ReadonlyArray<string> | undefined,
  item: string | undefined
): ReadonlyArray<string> | undefined => {
  if (item === undefined) return collection
  return collection?.includes(item) === true ? collection : [...(collection ?? []), item]
}

/** Whether a text is one of the items. */
export const hasText = (collection: ReadonlyArray<string>, item: string, ignoreCase: boolean): boolean =>
  collection.some((present) => equalOrdinal(present, item, ignoreCase))
