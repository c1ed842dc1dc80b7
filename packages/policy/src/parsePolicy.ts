/** Reads one policy file: text or bytes in, syntax tree and diagnostics out. */
import { diagnose } from './diagnose.ts'
import type { Diagnostic } from './Diagnostic.ts'
import { checkStructure } from './grammar/checkStructure.ts'
import type { Text } from './model/Text.ts'
import { attribute, childText } from './read/texts.ts'
import { applySettings } from './settings/applySettings.ts'
import type { Settings } from './settings/Settings.ts'
import { decodePolicy } from './syntax/decodePolicy.ts'
import { maximumBytes, parseXml } from './syntax/parseXml.ts'
import { type SourceText, sourceText, type Span } from './syntax/SourceText.ts'
import { childOf, type XmlElement } from './syntax/XmlElement.ts'

/** A file as it comes from a disk (`bytes`) or from an editor (`text`). */
export type PolicyInput = { readonly path: string; readonly settings?: Settings } & (
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
)

/** A policy file that was read. Files of one and the same identity are resolved only once. */
export interface PolicyFile {
  readonly path: string
  readonly source: SourceText
  /** Where the file is not well-formed, what stands before the fault. */
  readonly root: XmlElement | undefined
  readonly wellFormed: boolean
  readonly policyId: Text | undefined
  readonly basePolicy: { readonly tenantId: Text | undefined; readonly policyId: Text } | undefined
  /** Of the file alone: settings, XML, structure. In the order of the file. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Reads a policy file. Total: whatever the file holds, there is an answer, and what is wrong with it is a diagnostic.
 *
 * @example
 * const file = parsePolicy({ path: 'Base.xml', text })
 * for (const diagnostic of file.diagnostics) console.error(formatDiagnostic(diagnostic))
 */
export const parsePolicy = (input: PolicyInput): PolicyFile => {
  const { path } = input
  const { text, problem, isHuge } = textOfInput(input)
  const file = sourceText(path, text)
  const applied = isHuge ? { source: file, diagnostics: [] } : applySettings(file, input.settings)
  const { source, diagnostics } = applied
  const { root, wellFormed, diagnostics: faults } = parseXml(source)
  const found = [
    ...undecodable(source, problem),
    ...diagnostics,
    ...faults.filter((fault) => !isWithin(fault.span, diagnostics)),
    ...(root !== undefined && wellFormed ? checkStructure(root) : [])
  ]
  const basePolicy = root === undefined ? undefined : childOf(root, 'BasePolicy')
  const basePolicyId = basePolicy === undefined ? undefined : childText(basePolicy, 'PolicyId')
  return {
    path,
    source,
    root,
    wellFormed,
    policyId: root === undefined ? undefined : attribute(root, 'PolicyId'),
    basePolicy:
      basePolicy === undefined || basePolicyId === undefined
        ? undefined
        : { tenantId: childText(basePolicy, 'TenantId'), policyId: basePolicyId },
    diagnostics: found.length < 2 ? found : found.toSorted((a, b) => startOf(a.span) - startOf(b.span))
  }
}

/** Settings can make a text smaller, but not by half: what is huge is cut, and refused without reading it. */
const textOfInput = (input: PolicyInput) => {
  if ('text' in input) {
    const isHuge = input.text.length > 2 * maximumBytes
    return { text: isHuge ? input.text.slice(0, maximumBytes + 2) : input.text, problem: undefined, isHuge }
  }
  const isHuge = input.bytes.length > 4 * maximumBytes
  const { text, problem } = decodePolicy(isHuge ? input.bytes.subarray(0, 4 * maximumBytes) : input.bytes)
  return { text, problem: isHuge ? undefined : problem, isHuge }
}

const startOf = ({ source, start }: Span): number => source.originalOffset(start)

/** A fault where a placeholder stands as a tag's attribute, say, is only that the placeholder has no setting. */
const isWithin = (span: Span, ofSettings: ReadonlyArray<Diagnostic>): boolean => {
  const start = startOf(span)
  return ofSettings.some(({ code, span: other }) => code === 'TF1201' && startOf(other) <= start && start < other.end)
}

const undecodable = (
  source: SourceText,
  problem: { readonly message: string; readonly offset: number } | undefined
): ReadonlyArray<Diagnostic> => {
  if (problem === undefined) return []
  const { message, offset } = problem
  return [diagnose('TF1006', { source, start: offset, end: offset + 1 }, message, { help: 'save the file as UTF-8' })]
}
