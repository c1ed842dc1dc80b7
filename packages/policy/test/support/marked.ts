/** Says what diagnostics mark. */
import type { Diagnostic } from '../../src/index.ts'

/** The code of a diagnostic and the text of the file that it marks. */
export const marked = ({ code, span }: Diagnostic): readonly [string, string] => {
  const { source } = span
  return [
    code,
    source.original.slice(source.originalOffset(span.start, 'start'), source.originalOffset(span.end, 'end'))
  ]
}
