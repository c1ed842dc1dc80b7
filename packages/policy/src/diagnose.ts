/** Makes diagnostics of this package's codes. */
import { codes, type Code } from './codes.ts'
import type { Diagnostic } from './Diagnostic.ts'
import type { Span } from './syntax/SourceText.ts'

/** A diagnostic with the severity and origin of its code. */
export const diagnose = (
  code: Code,
  span: Span,
  message: string,
  more: Pick<Diagnostic, 'help' | 'related' | 'fix'> = {}
): Diagnostic => {
  const { severity, origin } = codes[code]
  return { code, severity, origin, message, span, ...more }
}
