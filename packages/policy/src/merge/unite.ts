/** Unites two lists whose elements are told apart by a key. */
import type { ElementRule } from '../grammar/ElementRule.ts'
import { keyOfElement } from '../grammar/keyOfElement.ts'
import type { XmlElement } from '../syntax/XmlElement.ts'

/**
 * The elements of `base`, those that `derived` has too merged with them, then what only `derived` has. Where a list
 * repeats a key, the first of one list goes with the first of the other, the second with the second. Elements with a
 * number as their key are put in its order.
 */
export const unite = (
  base: ReadonlyArray<XmlElement>,
  derived: ReadonlyArray<XmlElement>,
  names: ReadonlyArray<string>,
  rule: ElementRule,
  merge: (base: XmlElement, derived: XmlElement) => XmlElement
): ReadonlyArray<XmlElement> => {
  const keyOf = keysOf(names, rule)
  const places = new Map<string, number>()
  base.forEach((element, place) => {
    const key = keyOf(element)
    if (key !== undefined) places.set(key, place)
  })
  const united = [...base]
  const keyOfDerived = keysOf(names, rule)
  for (const element of derived) {
    const key = keyOfDerived(element)
    const place = key === undefined ? undefined : places.get(key)
    const inherited = place === undefined ? undefined : base[place]
    if (place === undefined || inherited === undefined) united.push(element)
    else united[place] = merge(inherited, element)
  }
  const [first] = names
  if (names.length === 1 && first !== undefined && rule.attributes.get(first)?.type.kind === 'int') {
    const order = (element: XmlElement) => Number(keyOfElement(element, names, rule))
    united.sort((a, b) => order(a) - order(b) || 0)
  }
  return united
}

/** Answers the key of each element of a list in turn; that of a repeated one says how often it came before. */
const keysOf = (names: ReadonlyArray<string>, rule: ElementRule) => {
  const seen = new Map<string, number>()
  return (element: XmlElement): string | undefined => {
    const key = keyOfElement(element, names, rule)
    if (key === undefined) return undefined
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return times === 0 ? key : `${key}\u0000${times}`
  }
}
