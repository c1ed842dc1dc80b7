/** Checks a value against its type. */
import type { Code } from '../codes.ts'
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { suggest } from '../suggest.ts'
import type { Span } from '../syntax/SourceText.ts'
import type { ValueType } from './ValueType.ts'

const codeOf = (type: ValueType): Code => {
  if (type.kind === 'enumeration') return 'TF1107'
  return type.kind === 'pattern' ? 'TF1109' : 'TF1108'
}

/** What a value is the value of, and where it is written. */
export interface ValuePlace {
  readonly what: string
  readonly span: Span
  /** With the white space around it. */
  readonly whole: Span
}

/** Reports a value that its type does not allow; `place` tells where. Unresolved settings have been reported. */
export const checkValue = (
  value: string,
  type: ValueType,
  place: () => ValuePlace,
  report: (diagnostic: Diagnostic) => void
): void => {
  if (type.accepts(value) || /\{settings:/i.test(value)) return
  const { span, what, whole } = place()
  const trimmed = value.trim()
  const message = `${what} is "${shortened(value)}"; expected ${type.expected}`
  const meant = trimmed !== value && type.accepts(trimmed) ? trimmed : suggest(trimmed, type.values)
  if (meant === undefined) {
    report(diagnose(codeOf(type), span, message))
    return
  }
  const help = meant === trimmed ? 'remove the white space around it' : `did you mean "${meant}"?`
  const fix = { title: `Write "${meant}"`, edits: [{ span: whole, replacement: meant }] }
  report(diagnose(codeOf(type), span, message, { help, fix }))
}

const shortened = (value: string): string => (value.length > 80 ? `${value.slice(0, 77)}…` : value)
