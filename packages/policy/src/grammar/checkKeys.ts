/** Checks that ids and keys differ where they must. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { attributeOf, type XmlAttribute, type XmlElement } from '../syntax/XmlElement.ts'
import type { ElementRule, UniqueRule } from './ElementRule.ts'

/** Reports ids that are given twice in an element. */
export const checkKeys = (element: XmlElement, rule: ElementRule, report: (diagnostic: Diagnostic) => void): void => {
  for (const unique of rule.unique) {
    const first = new Map<string, XmlAttribute>()
    visit(element, rule, unique, 0, (owner, attribute, isNumber) => {
      const written = attribute.value.trim()
      const key = isNumber ? String(Number(written)) : written.toLowerCase()
      const other = first.get(key)
      if (other === undefined) first.set(key, attribute)
      else report(givenTwice(owner, attribute, other, unique, isNumber))
    })
  }
}

const visit = (
  element: XmlElement,
  rule: ElementRule,
  unique: UniqueRule,
  depth: number,
  found: (owner: XmlElement, attribute: XmlAttribute, isNumber: boolean) => void
): void => {
  const name = unique.path[depth]
  if (name === undefined) {
    const attribute = attributeOf(element, unique.key)
    if (attribute !== undefined) found(element, attribute, rule.attributes.get(unique.key)?.type.kind === 'int')
    return
  }
  const childRule = rule.children.get(name)?.element
  if (childRule === undefined) return
  for (const child of element.children) if (child.name === name) visit(child, childRule, unique, depth + 1, found)
}

const givenTwice = (
  owner: XmlElement,
  attribute: XmlAttribute,
  first: XmlAttribute,
  { key, level }: UniqueRule,
  isNumber: boolean
): Diagnostic => {
  const value = attribute.value.trim()
  const related = [{ message: 'the first is here', span: first.valueSpan }]
  if (level === 'dictionary') {
    const message = `the ${key.toLowerCase()} "${value}" of "${owner.name}" is given twice; the last one counts`
    return diagnose('TF1113', attribute.valueSpan, message, { help: 'remove one of them', related })
  }
  if (!isNumber && attribute.value !== first.value) {
    const message = `the ids "${first.value}" and "${attribute.value}" of "${owner.name}" differ only in case`
    return diagnose('TF1114', attribute.valueSpan, message, {
      help: 'ids are compared ignoring case: give one of them another id',
      related
    })
  }
  const message = `two elements "${owner.name}" have the ${key} "${value}"`
  return diagnose('TF1110', attribute.valueSpan, message, { help: 'give one of them another', related })
}
