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
  const { path, settings } = input
  // A mark and two bytes for each unit at most; what is larger than that is too large in any encoding.
  const decoded =
    'text' in input
      ? { text: input.text, problem: undefined }
      : decodePolicy(input.bytes.subarray(0, 2 * maximumBytes + 4))
  const { source, diagnostics } = applySettings(sourceText(path, decoded.text.slice(0, maximumBytes + 2)), settings)
  const { root, wellFormed, diagnostics: faults } = parseXml(source)
  const found = [
    ...undecodable(source, decoded.problem),
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

const startOf = ({ source, start }: Span): number => source.originalOffset(start)

/** A fault where a placeholder stands as a tag's attribute, say, is only that the placeholder has no setting. */
const isWithin = (span: Span, unresolved: ReadonlyArray<Diagnostic>): boolean => {
  const start = startOf(span)
  return unresolved.some(({ span: other }) => startOf(other) <= start && start < other.end)
}

const undecodable = (
  source: SourceText,
  problem: { readonly message: string; readonly offset: number } | undefined
): ReadonlyArray<Diagnostic> => {
  if (problem === undefined) return []
  const { message, offset } = problem
  return [diagnose('TF1006', { source, start: offset, end: offset + 1 }, message, { help: 'save the file as UTF-8' })]
}
