/** Merges an element with the same element of the base policy, by the rules of the grammar. */
import type { Diagnostic } from '../Diagnostic.ts'
import type { ChildRule, ElementRule } from '../grammar/ElementRule.ts'
import { technicalProfile } from '../grammar/technicalProfile.ts'
import { attributeOf, type XmlAttribute, type XmlElement } from '../syntax/XmlElement.ts'
import { MergedElement } from './MergedElement.ts'
import { mergeClaimsProviders } from './mergeClaimsProviders.ts'
import { mergeRelyingParty } from './mergeRelyingParty.ts'
import { unite } from './unite.ts'
import { preconditionsReplaced, validationsRepeated } from './warnings.ts'

/** Receives what is worth a warning. */
export type Report = (diagnostic: Diagnostic) => void

/** An element that is `base` overridden by `derived`; parts that only one of them has are shared, not copied. */
export const mergeElements = (base: XmlElement, derived: XmlElement, rule: ElementRule, report: Report): XmlElement => {
  const attributes = mergeAttributes(base.attributes, derived.attributes)
  if (base.children.length === 0 && attributes === derived.attributes) return derived
  return new MergedElement(derived, mergeChildren(base.children, derived.children, rule, report), attributes)
}

const mergeAttributes = (
  base: ReadonlyArray<XmlAttribute>,
  derived: ReadonlyArray<XmlAttribute>
): ReadonlyArray<XmlAttribute> => {
  const inherited = base.filter(({ name }) => !derived.some((attribute) => attribute.name === name))
  return inherited.length === 0 ? derived : [...derived, ...inherited]
}

/** The children of both, in the order of the grammar. */
export const mergeChildren = (
  base: ReadonlyArray<XmlElement>,
  derived: ReadonlyArray<XmlElement>,
  rule: ElementRule,
  report: Report
): ReadonlyArray<XmlElement> => {
  if (derived.length === 0) return base
  const ofBase = byName(base)
  const ofDerived = byName(derived)
  const merged: Array<XmlElement> = []
  for (const child of rule.children.values()) {
    const inherited = ofBase.get(child.name)
    const own = ofDerived.get(child.name)
    if (inherited === undefined) {
      if (own !== undefined && child.merge !== 'base') merged.push(...own)
    } else if (own === undefined) {
      merged.push(...inherited)
    } else {
      merged.push(...mergeSiblings(inherited, own, child, report))
    }
  }
  // What the grammar does not know has been reported; it is kept so that it can be shown.
  for (const element of base) if (!rule.children.has(element.name)) merged.push(element)
  for (const element of derived) if (!rule.children.has(element.name)) merged.push(element)
  return merged
}

type Siblings = readonly [XmlElement, ...ReadonlyArray<XmlElement>]

const byName = (elements: ReadonlyArray<XmlElement>): ReadonlyMap<string, Siblings> => {
  const names = new Map<string, [XmlElement, ...Array<XmlElement>]>()
  for (const element of elements) {
    const siblings = names.get(element.name)
    if (siblings === undefined) names.set(element.name, [element])
    else siblings.push(element)
  }
  return names
}

const mergeSiblings = (
  base: Siblings,
  derived: Siblings,
  child: ChildRule,
  report: Report
): ReadonlyArray<XmlElement> => {
  const { merge } = child
  switch (merge) {
    case 'replace':
      return derived
    case 'replaceWithWarning':
      preconditionsReplaced(base, derived, report)
      return derived
    case 'base':
      return base
    case 'merge':
      return [mergeElements(joined(base), joined(derived), child.element, report)]
    case 'mergeBehavior':
      return [mergeByBehavior(joined(base), joined(derived))]
    case 'claimsProviders':
      return mergeClaimsProviders(base, derived, child.element, (inherited, own) =>
        mergeElements(inherited, own, technicalProfile, report)
      )
    case 'relyingParty':
      return [mergeRelyingParty(joined(base), joined(derived), child.element)]
    default:
      if ('by' in merge) {
        return unite(base, derived, merge.by, child.element, (inherited, own) =>
          mergeElements(inherited, own, child.element, report)
        )
      }
      validationsRepeated(base, derived, merge.inFront, report)
      return [...derived, ...base]
  }
}

/** Elements of one name that the grammar allows to repeat mean the same as one that holds the children of all. */
const joined = ([first, ...others]: Siblings): XmlElement => {
  if (others.length === 0) return first
  const children = [first, ...others].flatMap((element) => element.children)
  const attributes = others.reduce<ReadonlyArray<XmlAttribute>>(
    (before, element) => mergeAttributes(before, element.attributes),
    first.attributes
  )
  return new MergedElement(first, children, attributes)
}

/** `Restriction`, `SupportedLanguages`, `LocalizedResourcesReferences`. A pattern is no list: it replaces. */
const mergeByBehavior = (base: XmlElement, derived: XmlElement): XmlElement => {
  const behavior = attributeOf(derived, 'MergeBehavior')?.value
  if ((behavior !== 'Append' && behavior !== 'Prepend') || !isList(base) || !isList(derived)) return derived
  const [front, back] = behavior === 'Append' ? [base, derived] : [derived, base]
  const own = derived.attributes.filter(({ name }) => name !== 'MergeBehavior')
  return new MergedElement(derived, [...front.children, ...back.children], mergeAttributes(base.attributes, own))
}

const isList = (element: XmlElement): boolean => element.children.every(({ name }) => name !== 'Pattern')
