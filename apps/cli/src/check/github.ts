/** Findings as workflow commands of GitHub Actions, which show them beside the lines of a change. */
import type { Diagnostic, Severity } from '@trustframe/policy'
import { placeOf } from './place.ts'

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  advice: 'notice'
}

const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A line a finding. */
export const github = (diagnostics: ReadonlyArray<Diagnostic>): string =>
  diagnostics
    .map(({ code, help, message, severity, span }) => {
      const { column, endColumn, endLine, file, line } = placeOf(span)
      // A range over several lines has no columns there.
      const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : ''
      const place = `file=${escapeProperty(file)},line=${line},endLine=${endLine}${columns}`
      const text = help === undefined ? message : `${message}\n${help}`
      return `::${commands[severity]} ${place},title=${code}::${escapeData(text)}`
    })
    .join('\n')
