/** Reads the metadata of technical profiles as rules need it. */
import { type Item, keyOf, remember, type TechnicalProfile, type Text } from '@trustframe/policy'

const itemsOf = remember(
  ({ metadata }: TechnicalProfile): ReadonlyMap<string, Item> =>
    new Map(metadata.map((item) => [keyOf(item.key.value), item]))
)

/** The metadata item of a key, ignoring its case. */
export const itemOf = (profile: TechnicalProfile, key: string): Item | undefined => itemsOf(profile).get(keyOf(key))

/** The metadata value of a key, ignoring its case. */
export const valueOf = (profile: TechnicalProfile, key: string): Text | undefined => itemOf(profile, key)?.value

/** Whether a text says true, as `true`, `True` or `1`. */
export const saysTrue = (text: Text | undefined): boolean => text !== undefined && /^(?:true|1)$/i.test(text.value)

/** Whether a text says false, as `false`, `False` or `0`. */
export const saysFalse = (text: Text | undefined): boolean => text !== undefined && /^(?:false|0)$/i.test(text.value)

/** Whether a text is, or holds, a name in braces: a resolver, a run-time placeholder, or one that nobody replaced. */
export const holdsPlaceholder = (text: string): boolean => /\{[^{}\s]+\}/.test(text)
