/** Where a finding stands, in terms of the file that a person edits. */
import type { Span } from '@trustframe/policy'

/** Lines and columns start at 1; the end is exclusive. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The range of a span. */
export const placeOf = ({ end, source, start }: Span): Place => {
  const from = source.positionAt(start, 'start')
  const to = source.positionAt(end, 'end')
  return { file: from.file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}
