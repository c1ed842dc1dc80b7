/** Turns XML text into a tree of elements that know their places. */
import { XMLParser } from 'fast-xml-parser'
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { checkWellFormed, limits, type WellFormedness, type XmlFault } from './checkWellFormed.ts'
import { noNamespaces, type Namespaces } from './namespaces.ts'
import { SourceElement } from './SourceElement.ts'
import { scanStartTag } from './scanStartTag.ts'
import type { SourceText } from './SourceText.ts'
import type { XmlElement } from './XmlElement.ts'

/** A text as XML. Where it is not well-formed, `root` holds what stands before the fault. */
export interface ParsedXml {
  readonly root: XmlElement | undefined
  readonly wellFormed: boolean
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Larger files are refused by B2C (policy-language.md section 8); in bytes of UTF-8. */
export const maximumBytes = 1024 * 1024

/**
 * Reads XML. It never throws, never expands a declared entity and looks nothing up; what is wrong is a diagnostic with
 * a code `TF10xx`.
 */
export const parseXml = (source: SourceText): ParsedXml => {
  const { text } = source
  if (isLargerThan(text, maximumBytes)) {
    const span = { source, start: 0, end: 0 }
    const help = 'split it: a policy can inherit from up to nine others'
    const diagnostics = [diagnose('TF1005', span, `the file is larger than ${maximumBytes / 1024} KB`, { help })]
    return { root: undefined, wellFormed: false, diagnostics }
  }
  const checked = checkWellFormed(text)
  const { root, diagnostics } = buildTree(source, checked)
  const { fault } = checked
  return fault === undefined
    ? { root, wellFormed: root !== undefined, diagnostics }
    : { root, wellFormed: false, diagnostics: [toDiagnostic(source, fault)] }
}

const toDiagnostic = (source: SourceText, fault: XmlFault): Diagnostic => {
  const { code, start, end, message, help, related } = fault
  return diagnose(code, { source, start, end }, message, {
    ...(help === undefined ? {} : { help }),
    ...(related === undefined
      ? {}
      : { related: [{ message: related.message, span: { source, start: related.start, end: related.end } }] })
  })
}

const isLargerThan = (text: string, bytes: number): boolean =>
  text.length > bytes || (text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes)

/** Only the nesting of elements is taken from it; attributes and text are read from the source where they are needed. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  processEntities: false,
  parseTagValue: false,
  jPath: false,
  maxNestedTags: limits.depth + 1,
  onDangerousProperty: (name) => name
})

type OrderedNode = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is OrderedNode => typeof value === 'object' && value !== null

const nodesOf = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

/** Reports the prefixes of an element and its attributes that are not declared. */
const undeclared = (source: SourceText, name: string, nameStart: number, nameEnd: number, scope: Namespaces) => {
  const names = [{ name, start: nameStart }]
  for (const { name: attribute, nameSpan } of scanStartTag(source, nameEnd).attributes) {
    names.push({ name: attribute, start: nameSpan.start })
  }
  return names.flatMap(({ name: prefixed, start }) => {
    const colon = prefixed.indexOf(':')
    const prefix = prefixed.slice(0, Math.max(0, colon))
    if (colon < 0 || (prefix !== '' && scope.find(prefix) !== undefined)) return []
    const span = { source, start, end: start + prefixed.length }
    return [
      diagnose('TF1007', span, `the prefix "${prefix}" is not declared`, {
        help: `declare it with xmlns:${prefix}="…", or write "${prefixed.slice(colon + 1)}" without a prefix`
      })
    ]
  })
}

const none: ReadonlyArray<never> = []

/** Elements for the tags, from the nesting that the parser finds in them and the places that are known of each. */
const buildTree = (source: SourceText, { fault, tags, usesPrefixes }: WellFormedness) => {
  const soundUntil = fault?.soundUntil ?? source.text.length
  const diagnostics: Array<Diagnostic> = []
  let next = 0
  const build = (nodes: ReadonlyArray<unknown>, scope: Namespaces): ReadonlyArray<XmlElement> => {
    const elements: Array<XmlElement> = []
    for (const node of nodes) {
      if (!isNode(node)) continue
      const start = tags.starts[next]
      const end = tags.ends[next] ?? -1
      next++
      if (start === undefined) continue
      for (const raw in node) {
        const colon = usesPrefixes ? raw.indexOf(':') : -1
        const name = raw.slice(colon + 1)
        const nameStart = start + 1 + colon + 1
        const nameEnd = nameStart + name.length
        const inner = scope.enter(source, nameEnd)
        const namespace = inner.find(colon < 0 ? '' : raw.slice(0, colon))
        if (usesPrefixes) diagnostics.push(...undeclared(source, raw, start + 1, nameEnd, inner))
        const at = { start, nameStart, end: end < 0 ? soundUntil : end, closed: end >= 0 }
        elements.push(
          new SourceElement(source, at, name, namespace ?? inner.find('') ?? '', build(nodesOf(node[raw]), inner))
        )
        break
      }
    }
    return elements.length === 0 ? none : elements
  }
  const [root] = build(nodesOf(parser.parse(tags.skeleton)), noNamespaces(usesPrefixes))
  return { root, diagnostics }
}
