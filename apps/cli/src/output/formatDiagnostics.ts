/** Findings for people: like a good compiler's, in the order of the files. */
import { type Diagnostic, formatDiagnostic } from '@trustframe/policy'

/** All findings, with an empty line between them. */
export const formatDiagnostics = (diagnostics: ReadonlyArray<Diagnostic>, color = false): string =>
  diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, { color })).join('\n\n')
