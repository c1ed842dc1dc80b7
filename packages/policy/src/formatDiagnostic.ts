/** Prints diagnostics for people, with the line of the file and a mark under the place. */
import type { Diagnostic, Origin, Severity } from './Diagnostic.ts'
import { locate, positionOf, type Location, type Span } from './syntax/SourceText.ts'

/** How a diagnostic is printed. */
export interface FormatOptions {
  /** With ANSI colours. */
  readonly color?: boolean
}

type Paint = (text: string) => string

const ansi =
  (code: string): Paint =>
  (text) =>
    `\u001b[${code}m${text}\u001b[0m`

const colors: Readonly<Record<Severity | 'bold' | 'dim', Paint>> = {
  error: ansi('1;31'),
  warning: ansi('1;33'),
  advice: ansi('1;36'),
  bold: ansi('1'),
  dim: ansi('34')
}

const plain: Paint = (text) => text

const notes: Readonly<Record<Origin, string | undefined>> = {
  'b2c-rejects': 'B2C refuses the upload',
  'b2c-fails': 'B2C accepts the upload, and it fails or surprises when it runs',
  unsupported: 'it is valid, and Trustframe cannot run it yet',
  advice: undefined
}

/**
 * The diagnostic as several lines of text, without a line end at the end: severity, code and message; file, line and
 * column; the line of the file with the place marked; help; and the related places.
 */
export const formatDiagnostic = (diagnostic: Diagnostic, { color = false }: FormatOptions = {}): string => {
  const paint = (name: keyof typeof colors): Paint => (color ? colors[name] : plain)
  const { severity, code, message, help, origin, span, related = [] } = diagnostic
  const location = locate(span)
  const margin = ' '.repeat(String(location.start.line).length)
  const bar = paint('dim')
  const note = notes[origin]
  return [
    `${paint(severity)(`${severity}[${code}]`)}: ${paint('bold')(message)}`,
    `${margin}${bar('-->')} ${describe(location.start)}`,
    `${margin} ${bar('|')}`,
    ...excerpt(span, location, bar, paint(severity)),
    ...(help === undefined ? [] : [`${margin} ${bar('=')} help: ${help}`]),
    ...(note === undefined ? [] : [`${margin} ${bar('=')} note: ${note}`]),
    ...related.map((other) => `${margin} ${bar('=')} ${describe(positionOf(other.span))}: ${other.message}`)
  ].join('\n')
}

const describe = ({ file, line, column }: Location['start']): string => `${file}:${line}:${column}`

/** Longer lines are cut around the mark. */
const widest = 140

const excerpt = (span: Span, { start, end }: Location, bar: Paint, mark: Paint): ReadonlyArray<string> => {
  const { original } = span.source
  const offset = span.source.originalOffset(span.start, 'start')
  const lineStart = offset - (start.column - 1)
  const found = original.slice(lineStart).search(/[\r\n]/)
  const line = found < 0 ? original.slice(lineStart) : original.slice(lineStart, lineStart + found)
  const from = start.column - 1
  const to = Math.max(from + 1, end.line === start.line ? end.column - 1 : line.length)
  const cut = line.length <= widest ? 0 : Math.max(0, Math.min(from - 40, line.length - widest))
  const shown = line.slice(cut, cut + widest)
  const [front, back] = [cut > 0 ? '…' : '', cut + widest < line.length ? '…' : '']
  const indent = shown.slice(0, from - cut).replace(/[^\t]/g, ' ')
  const length = Math.max(1, Math.min(to - cut, shown.length) - (from - cut))
  const margin = ' '.repeat(String(start.line).length)
  return [
    `${bar(`${start.line} |`)} ${front}${shown}${back}`,
    `${margin} ${bar('|')} ${' '.repeat(front.length)}${indent}${mark('^'.repeat(length))}`
  ]
}
