/** By what elements of a list are told apart. */
import { attributeOf, type XmlElement } from '../syntax/XmlElement.ts'
import type { ElementRule } from './ElementRule.ts'

/** The key of an element: its attributes of those names, trimmed, ignoring case; nothing when it has none of them. */
export const keyOfElement = (
  element: XmlElement,
  names: ReadonlyArray<string>,
  rule: ElementRule
): string | undefined => {
  let key: string | undefined
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? ''
    const value = attributeOf(element, name)?.value
    if (value === undefined) {
      if (key !== undefined) key += separator
    } else {
      const part = normalize(value, rule.attributes.get(name)?.type.kind === 'int')
      key = i === 0 ? part : `${key ?? separator.repeat(i - 1)}${separator}${part}`
    }
  }
  return key
}

const separator = '\u0000'

const normalize = (value: string, isNumber: boolean): string => {
  const trimmed = value.trim()
  return isNumber && /^[+-]?[0-9]+$/.test(trimmed) ? String(Number(trimmed)) : trimmed.toLowerCase()
}
