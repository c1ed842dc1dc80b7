/** The shape of the grammar: what an element may hold, and how it merges with the same element of a base policy. */
import type { ValueType } from './ValueType.ts'

/** How often: at most once, once, any number of times, at least once. */
export type Occurs = '?' | '1' | '*' | '+'

/**
 * How the elements of one name combine with those of the base policy (policy-language.md section 6.2).
 *
 * - `replace`: they take the place of the base's.
 * - `merge`: one element of both: attributes one by one, children by their own rules.
 * - `replaceWithWarning`: likewise, and it is worth a warning when the base had some.
 * - `{ by }`: those with the same key are merged, others are added behind the base's. Entries that repeat a key pair up
 *   in their order.
 * - `{ inFront }`: they are put in front of the base's; one that has the same key as another is worth a warning.
 * - `mergeBehavior`: as their attribute `MergeBehavior` says; without it they replace the base's.
 * - `base`: the base's stay.
 * - `claimsProviders`: providers are only groups; the technical profiles in them are merged by their ids.
 * - `relyingParty`: the nearest one that has a technical profile counts as a whole.
 */
export type MergeRule =
  | 'replace'
  | 'replaceWithWarning'
  | 'merge'
  | { readonly by: ReadonlyArray<string> }
  | { readonly inFront: string }
  | 'mergeBehavior'
  | 'base'
  | 'claimsProviders'
  | 'relyingParty'

/** An attribute. */
export interface AttributeRule {
  readonly type: ValueType
  readonly required: boolean
}

/** A child element; children stand in the order of their rules. */
export interface ChildRule {
  readonly name: string
  readonly occurs: Occurs
  readonly element: ElementRule
  readonly merge: MergeRule
  /** The place in the order. */
  readonly index: number
}

/** Ids that must differ: the attribute `key` of the elements at `path` below the element. */
export interface UniqueRule {
  readonly path: ReadonlyArray<string>
  readonly key: string
  /** `schema`: B2C rejects repetition. `dictionary`: it takes the last one. */
  readonly level: 'schema' | 'dictionary'
}

/** What an element may hold. */
export interface ElementRule {
  readonly attributes: ReadonlyMap<string, AttributeRule>
  /** The names of those that must be given. */
  readonly requiredAttributes: ReadonlyArray<string>
  readonly children: ReadonlyMap<string, ChildRule>
  /** Those that must be there. */
  readonly requiredChildren: ReadonlyArray<ChildRule>
  /** The type of its text; elements without one hold no text. */
  readonly text: ValueType | undefined
  /** Its children exclude each other: all that are given have one name. */
  readonly choice: boolean
  /** It may hold any XML. */
  readonly open: boolean
  readonly unique: ReadonlyArray<UniqueRule>
}

type Attributes = Readonly<Record<string, AttributeRule>>
type Child = Omit<ChildRule, 'index'>

/** An attribute that must be given. */
export const required = (type: ValueType): AttributeRule => ({ type, required: true })

/** An attribute that may be left out. */
export const optional = (type: ValueType): AttributeRule => ({ type, required: false })

/** A child element. */
export const child = (name: string, occurs: Occurs, element: ElementRule, merge: MergeRule = 'replace'): Child => ({
  name,
  occurs,
  element,
  merge
})

/** An element with attributes and children. */
export const element = (
  attributes: Attributes,
  children: ReadonlyArray<Child> = [],
  more: Partial<Pick<ElementRule, 'choice' | 'open' | 'text' | 'unique'>> = {}
): ElementRule => {
  const rules = children.map((rule, index): ChildRule => ({ ...rule, index }))
  return {
    attributes: new Map(Object.entries(attributes)),
    requiredAttributes: Object.keys(attributes).filter((name) => attributes[name]?.required === true),
    children: new Map(rules.map((rule) => [rule.name, rule])),
    requiredChildren: rules.filter(({ occurs }) => occurs === '1' || occurs === '+'),
    text: undefined,
    choice: false,
    open: false,
    unique: [],
    ...more
  }
}

/** An element that holds text. */
export const text = (type: ValueType, attributes: Attributes = {}): ElementRule =>
  element(attributes, [], { text: type })

/** An element that only groups children of one name; these merge by `by`, or by a rule of their own. */
export const group = (
  name: string,
  occurs: '*' | '+',
  item: ElementRule,
  merge: MergeRule = 'replace',
  unique: ReadonlyArray<UniqueRule> = []
): ElementRule => element({}, [child(name, occurs, item, merge)], { unique })

/** The attribute `key` of the elements at `path` must differ. */
export const unique = (path: string, key = 'Id', level: UniqueRule['level'] = 'schema'): UniqueRule => ({
  path: path.split('/'),
  key,
  level
})

/** Elements in the order of their rules; those that the rule does not know come last. */
export const inSchemaOrder = <Element extends { readonly name: string }>(
  elements: ReadonlyArray<Element>,
  rule: ElementRule
): ReadonlyArray<Element> => {
  const place = ({ name }: Element) => rule.children.get(name)?.index ?? rule.children.size
  return elements.toSorted((a, b) => place(a) - place(b))
}
