/** Findings as JSON, in a documented shape. */
import type { Diagnostic, Severity } from '@trustframe/policy'
import { placeOf } from './place.ts'

/** How many findings there are of each severity, and in how many files. */
export interface CheckSummary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly advice: number
}

/** Counts findings. */
export const summarize = (diagnostics: ReadonlyArray<Diagnostic>, files: number): CheckSummary => {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  return { files, errors: count('error'), warnings: count('warning'), advice: count('advice') }
}

const one = ({ code, fix, help, message, origin, related, severity, span }: Diagnostic) => ({
  code,
  severity,
  message,
  ...(help === undefined ? {} : { help }),
  ...placeOf(span),
  origin,
  related: (related ?? []).map((other) => ({ message: other.message, ...placeOf(other.span) })),
  fix:
    fix === undefined
      ? null
      : {
          title: fix.title,
          edits: fix.edits.map(({ replacement, span: edited }) => ({ ...placeOf(edited), replacement }))
        }
})

/** The document of `--format json`: `docs/reference/check-json.md` describes it. */
export const checkDocument = (diagnostics: ReadonlyArray<Diagnostic>, files: number) => ({
  version: 1,
  diagnostics: diagnostics.map(one),
  summary: summarize(diagnostics, files)
})
