/** Findings as JUnit XML: a suite per file, a test case per finding, one that passes for a file without any. */
import type { Diagnostic, Severity } from '@trustframe/policy'
import { placeOf } from './place.ts'

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')

const testCase = (file: string, failing: ReadonlySet<Severity>) => (diagnostic: Diagnostic) => {
  const { code, help, message, severity, span } = diagnostic
  const { column, line } = placeOf(span)
  const name = `${code} at ${line}:${column}`
  const text = help === undefined ? message : `${message}\n${help}`
  const body = failing.has(severity)
    ? `<failure type="${severity}" message="${escape(message)}">${escape(`${file}:${line}:${column}\n${text}`)}</failure>`
    : `<system-out>${escape(`${severity}: ${text}`)}</system-out>`
  return `    <testcase classname="${escape(file)}" name="${escape(name)}">${body}</testcase>`
}

/** `failing` are the severities that count as failures. */
export const junit = (
  diagnostics: ReadonlyArray<Diagnostic>,
  files: ReadonlyArray<string>,
  failing: ReadonlySet<Severity>
): string => {
  const suites = files.map((file) => {
    const own = diagnostics.filter(({ span }) => span.source.path === file)
    const failures = own.filter(({ severity }) => failing.has(severity)).length
    const cases =
      own.length === 0
        ? [`    <testcase classname="${escape(file)}" name="no findings" />`]
        : own.map(testCase(file, failing))
    return [
      `  <testsuite name="${escape(file)}" tests="${cases.length}" failures="${failures}" errors="0">`,
      ...cases,
      '  </testsuite>'
    ].join('\n')
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="trustframe check">\n${suites.join('\n')}\n</testsuites>`
}
