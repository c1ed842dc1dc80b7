/** Merges the relying party section with the one of the base policy. */
import { type ElementRule, inSchemaOrder } from '../grammar/ElementRule.ts'
import { childOf, type XmlElement } from '../syntax/XmlElement.ts'
import { MergedElement } from './MergedElement.ts'

/**
 * The nearest section that has a technical profile counts as a whole; only a missing `DefaultUserJourney` is inherited
 * (policy-language.md section 6.2; how B2C merges the rest is not documented). A section without a technical profile
 * changes the inherited one, element by element.
 */
export const mergeRelyingParty = (base: XmlElement, derived: XmlElement, rule: ElementRule): XmlElement => {
  const isWhole = childOf(derived, 'TechnicalProfile') !== undefined
  const inherited = base.children.filter(
    ({ name }) => childOf(derived, name) === undefined && (!isWhole || name === 'DefaultUserJourney')
  )
  if (inherited.length === 0) return derived
  return new MergedElement(derived, inSchemaOrder([...inherited, ...derived.children], rule))
}
