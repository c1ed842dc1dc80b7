/** The syntax tree of a .NET regular expression. */
import type { CharSet } from './CharSet.ts'

/** A position that must hold without consuming text. */
export type AssertionKind =
  /** `\A`, and `^` without Multiline. */
  | 'textStart'
  /** `^` with Multiline. */
  | 'lineStart'
  /** `\z`. */
  | 'textEnd'
  /** `\Z`, and `$` without Multiline: the end, or before a line feed at the end. */
  | 'textEndOrFinalNewline'
  /** `$` with Multiline. */
  | 'lineEnd'
  /** `\b`. */
  | 'wordBoundary'
  /** `\B`. */
  | 'noWordBoundary'
  /** `\G`: where the search started. */
  | 'searchStart'

export type RegexNode =
  | { readonly _tag: 'Empty' }
  /** One UTF-16 unit of a set. */
  | { readonly _tag: 'Unit'; readonly set: CharSet }
  | { readonly _tag: 'Sequence'; readonly nodes: ReadonlyArray<RegexNode> }
  | { readonly _tag: 'Alternatives'; readonly nodes: ReadonlyArray<RegexNode> }
  | {
      readonly _tag: 'Repeat'
      readonly node: RegexNode
      readonly min: number
      /** `Infinity` when there is no maximum. */
      readonly max: number
      readonly lazy: boolean
    }
  | { readonly _tag: 'Capture'; readonly node: RegexNode; readonly group: string }
  | { readonly _tag: 'Look'; readonly node: RegexNode; readonly behind: boolean; readonly negative: boolean }
  /** `(?>…)`: once left, never entered again. */
  | { readonly _tag: 'Atomic'; readonly node: RegexNode }
  | { readonly _tag: 'BackReference'; readonly group: string; readonly ignoreCase: boolean }
  | { readonly _tag: 'Assertion'; readonly kind: AssertionKind }

/** Whether a node can match without consuming text. */
export const canBeEmpty = (node: RegexNode): boolean => {
  switch (node._tag) {
    case 'Empty':
    case 'Look':
    case 'Assertion':
    case 'BackReference':
      return true
    case 'Unit':
      return false
    case 'Sequence':
      return node.nodes.every(canBeEmpty)
    case 'Alternatives':
      return node.nodes.some(canBeEmpty)
    case 'Repeat':
      return node.min === 0 || canBeEmpty(node.node)
    case 'Capture':
    case 'Atomic':
      return canBeEmpty(node.node)
  }
}

/** Whether a node can match at the start of the text only. */
export const isAnchored = (node: RegexNode): boolean => {
  switch (node._tag) {
    case 'Assertion':
      return node.kind === 'textStart'
    case 'Sequence':
      return node.nodes[0] !== undefined && isAnchored(node.nodes[0])
    case 'Alternatives':
      return node.nodes.every(isAnchored)
    case 'Repeat':
      return node.min > 0 && isAnchored(node.node)
    case 'Capture':
    case 'Atomic':
      return isAnchored(node.node)
    case 'Empty':
    case 'Unit':
    case 'Look':
    case 'BackReference':
      return false
  }
}
