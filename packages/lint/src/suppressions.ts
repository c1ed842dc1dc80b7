/** Reads the comments that suppress diagnostics, and applies them. */
import { type Diagnostic, type PolicyFile, positionOf, type Span, suggest } from '@trustframe/policy'
import { diagnosticNames, findDiagnostic } from './codes.ts'
import { suppressionCodes, type SuppressionCode } from './suppressionCodes.ts'

/** `<!-- trustframe-disable-next-line TF3102 some-rule: why -->`, or `trustframe-disable` for the whole file. */
interface Suppression {
  readonly span: Span
  readonly codes: ReadonlyArray<{ readonly code: string; readonly written: string; readonly span: Span }>
  /** The lines that it is for; the whole file without them. */
  readonly lines: { readonly first: number; readonly last: number } | undefined
}

/** What is left of a file's diagnostics. */
export interface Suppressed {
  readonly kept: ReadonlyArray<Diagnostic>
  /** About the suppressions themselves. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

const comment = /<!--\s*trustframe-disable(-next-line)?(?![\w-])([^]*?)-->/g

/** The diagnostics of one file without those that it suppresses, and what is wrong with its suppressions. */
export const applySuppressions = (file: PolicyFile, diagnostics: ReadonlyArray<Diagnostic>): Suppressed => {
  if (!file.source.text.includes('trustframe-disable')) return { kept: diagnostics, diagnostics: [] }
  const faults: Array<Diagnostic> = []
  const suppressions = readSuppressions(file, faults)
  const used = new Set<Suppression['codes'][number]>()
  const kept = diagnostics.filter(({ code, span }) => {
    const { line } = positionOf(span)
    const matching = suppressions
      .filter(({ lines }) => lines === undefined || (lines.first <= line && line <= lines.last))
      .flatMap(({ codes }) => codes.filter((suppressed) => suppressed.code === code))
    for (const suppressed of matching) used.add(suppressed)
    return matching.length === 0
  })
  for (const { codes, lines } of suppressions) {
    for (const suppressed of codes) {
      if (used.has(suppressed)) continue
      const where = lines === undefined ? 'in this file' : 'there'
      faults.push(
        fault(
          'TF3902',
          suppressed.span,
          `"${suppressed.written}" is suppressed, and is not found ${where}`,
          'remove it from the comment'
        )
      )
    }
  }
  return { kept, diagnostics: faults }
}

const fault = (code: SuppressionCode, span: Span, message: string, help: string): Diagnostic => {
  const { origin, severity } = suppressionCodes[code]
  return { code, severity, origin, message, help, span }
}

const readSuppressions = ({ source }: PolicyFile, faults: Array<Diagnostic>): ReadonlyArray<Suppression> => {
  const found: Array<Suppression> = []
  for (const match of source.text.matchAll(comment)) {
    const [whole, nextLine, body = ''] = match
    const start = match.index
    const span = { source, start, end: start + whole.length }
    const at = start + whole.length - 3 - body.length
    const colon = body.indexOf(':')
    const names = colon < 0 ? body : body.slice(0, colon)
    const codes = [...names.matchAll(/[^\s,]+/g)].map(({ 0: written, index }) => ({
      written,
      code: findDiagnostic(written)?.code ?? '',
      span: { source, start: at + index, end: at + index + written.length }
    }))
    if (codes.length === 0) {
      faults.push(
        fault(
          'TF3903',
          span,
          'this suppression names no diagnostic',
          'write a code, such as TF3601, or the name of a rule'
        )
      )
    }
    for (const { code, span: place, written } of codes) {
      if (code !== '') continue
      const meant = suggest(written, diagnosticNames)
      const help =
        meant === undefined ? 'write a code, such as TF3601, or the name of a rule' : `did you mean "${meant}"?`
      faults.push(fault('TF3903', place, `there is no diagnostic "${written}"`, help))
    }
    if (colon < 0 || body.slice(colon + 1).trim() === '') {
      faults.push(
        fault(
          'TF3901',
          span,
          'this suppression gives no reason',
          `write it behind a colon: ${names.trim()}: the reason`
        )
      )
    }
    found.push({
      span,
      codes: codes.filter(({ code }) => code !== ''),
      lines: nextLine === undefined ? undefined : nextTag(span)
    })
  }
  return found
}

/** The lines of the start tag that follows a comment; of the line below it where none follows. */
const nextTag = ({ end, source }: Span): { readonly first: number; readonly last: number } => {
  const tag = /<(?!!--)(?:"[^"]*"|'[^']*'|[^"'>])*>/g
  tag.lastIndex = end
  const match = tag.exec(source.text)
  const line = (offset: number): number => source.positionAt(offset).line
  if (match === null) return { first: line(end) + 1, last: line(end) + 1 }
  return { first: line(match.index), last: line(match.index + match[0].length - 1) }
}
