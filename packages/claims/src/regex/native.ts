/** The fast path: a pattern whose cost is bounded runs on JavaScript's own engine, over ASCII text. */
import type { AssertionKind, RegexNode } from './ast.ts'
import { canBeEmpty } from './ast.ts'
import type { CharSet } from './CharSet.ts'

/** A JavaScript expression that finds what the pattern finds, for ASCII texts up to a length. */
export interface NativeRegex {
  readonly expression: RegExp
  readonly maxLength: number
}

/** At most so many steps of JavaScript's backtracking engine: a millisecond or two. */
const largestCost = 500_000

const hexadecimal = (unit: number): string => `\\x${unit.toString(16).padStart(2, '0')}`

const classSource = (set: CharSet): string =>
  `[${set
    .asciiRanges()
    .map(([from, to]) => (from === to ? hexadecimal(from) : `${hexadecimal(from)}-${hexadecimal(to)}`))
    .join('')}]`

const assertionSource: Readonly<Record<AssertionKind, string | undefined>> = {
  textStart: '^',
  lineStart: '(?<![^\\n])',
  textEnd: '$',
  textEndOrFinalNewline: '(?=\\n?$)',
  lineEnd: '(?![^\\n])',
  wordBoundary: '\\b',
  noWordBoundary: '\\B',
  searchStart: undefined
}

/** The number of ways through a node is at most `factor` times the length of the text to the power of `degree`. */
interface Translation {
  readonly source: string
  readonly factor: number
  readonly degree: number
}

const leaf = (source: string): Translation => ({ source, factor: 1, degree: 0 })

const translateAll = (nodes: ReadonlyArray<RegexNode>): ReadonlyArray<Translation> | undefined => {
  const parts = nodes.map(translate)
  return parts.every((part) => part !== undefined) ? parts : undefined
}

const repeat = (node: Extract<RegexNode, { _tag: 'Repeat' }>): Translation | undefined => {
  const { lazy, max, min } = node
  // What repeats must have one way through and consume something; else the ways multiply with every round.
  const inner = translate(node.node)
  if (inner === undefined || inner.factor > 1 || inner.degree > 0 || canBeEmpty(node.node) || min > 1000)
    return undefined
  const most = max === Infinity ? '' : String(max)
  const source = `(?:${inner.source}){${min},${most}}${lazy ? '?' : ''}`
  return max === Infinity ? { source, factor: 1, degree: 1 } : { source, factor: max - min + 1, degree: 0 }
}

/** JavaScript's spelling of a node, or `undefined` when it has none or its cost has no useful bound. */
const translate = (node: RegexNode): Translation | undefined => {
  switch (node._tag) {
    case 'Empty':
      return leaf('')
    case 'Unit':
      return leaf(classSource(node.set))
    case 'Assertion': {
      const source = assertionSource[node.kind]
      return source === undefined ? undefined : leaf(source)
    }
    case 'Sequence': {
      const parts = translateAll(node.nodes)
      return parts === undefined
        ? undefined
        : {
            source: parts.map(({ source }) => source).join(''),
            factor: parts.reduce((product, { factor }) => product * factor, 1),
            degree: parts.reduce((sum, { degree }) => sum + degree, 0)
          }
    }
    case 'Alternatives': {
      const parts = translateAll(node.nodes)
      return parts === undefined
        ? undefined
        : {
            source: `(?:${parts.map(({ source }) => source).join('|')})`,
            factor: parts.reduce((sum, { factor }) => sum + factor, 0),
            degree: Math.max(...parts.map(({ degree }) => degree))
          }
    }
    case 'Capture': {
      const inner = translate(node.node)
      return inner === undefined ? undefined : { ...inner, source: `(?:${inner.source})` }
    }
    case 'Look': {
      const inner = translate(node.node)
      const sign = `?${node.behind ? '<' : ''}${node.negative ? '!' : '='}`
      return inner === undefined ? undefined : { ...inner, source: `(${sign}${inner.source})` }
    }
    case 'Repeat':
      return repeat(node)
    case 'Atomic':
    case 'BackReference':
      return undefined
  }
}

/** The fast path of a pattern, where it has one. */
export const nativeRegex = (root: RegexNode, anchored: boolean): NativeRegex | undefined => {
  const translation = translate(root)
  if (translation === undefined) return undefined
  const { degree, factor, source } = translation
  const power = degree + (anchored ? 0 : 1)
  const room = largestCost / (factor * (source.length + 1))
  const maxLength = power === 0 ? (room >= 1 ? Infinity : -1) : Math.floor(room ** (1 / power)) - 1
  return maxLength < 16 ? undefined : { expression: new RegExp(source), maxLength }
}
