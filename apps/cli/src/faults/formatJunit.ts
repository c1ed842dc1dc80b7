/** The report for CI: JUnit XML with a test case for each fault, which fails where the command would. */
import { leaksOf, missingText, readingsOf, receivedOf, resultOf, sourceOf, titleOf } from './describeFinding.ts'
import type { FaultFinding } from '@trustframe/testing'
import { type Condition, conditionsOf } from './chooseFaults.ts'
import type { SetReport, SharedProfileReport } from './setReport.ts'

/** Text for XML 1.0: what it cannot hold is replaced (XML 1.0, section 2.2). */
const escape = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')

const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escape(String(value)).replaceAll('\n', '&#10;')}"`]
    )
    .join('')

const described = (finding: FaultFinding): string => {
  const readings = readingsOf(finding)
  return [
    ...(readings.length === 0 ? [resultOf(finding)] : []),
    ...readings.flatMap((reading) => [
      `the user reads${reading.language === undefined ? '' : ` in ${reading.language}`}: ${reading.message.text}`,
      `from: ${sourceOf(reading.message).join(', ')}`,
      ...leaksOf(reading).map((leak) => `leaks ${leak}`)
    ]),
    `error: ${finding.tag ?? 'none'}, tries: ${finding.attempts}`,
    ...(receivedOf(finding) === undefined ? [] : [`the application receives ${receivedOf(finding)}`])
  ].join('\n')
}

const reasonFor = (finding: FaultFinding, condition: Condition): string =>
  condition === 'leaks'
    ? `the user reads ${readingsOf(finding).flatMap(leaksOf).join('; ')}`
    : `${missingText(finding)}: the user reads B2C's own words`

/** One failure with all its reasons: a test case has one at most. */
const failure = (finding: FaultFinding, failOn: ReadonlySet<Condition>): ReadonlyArray<string> => {
  const met = conditionsOf(finding).filter((condition) => failOn.has(condition))
  if (met.length === 0) return []
  const [message, ...more] = met.map((condition) => reasonFor(finding, condition))
  const text = escape([message, ...more].join('\n'))
  return [`      <failure${attributes({ type: met.join(','), message })}>${text}</failure>`]
}

const testCase = (
  profile: SharedProfileReport,
  finding: FaultFinding,
  failOn: ReadonlySet<Condition>
): ReadonlyArray<string> => {
  const place = finding.message?.origin ?? profile.origin
  return [
    `    <testcase${attributes({
      classname: profile.technicalProfile,
      name: `${finding.fault.name}: ${titleOf(finding)}`,
      file: place.file,
      line: place.line
    })}>`,
    ...failure(finding, failOn),
    `      <system-out>${escape(described(finding))}</system-out>`,
    '    </testcase>'
  ]
}

const failing = (findings: ReadonlyArray<FaultFinding>, failOn: ReadonlySet<Condition>): number =>
  findings.filter((finding) => conditionsOf(finding).some((condition) => failOn.has(condition))).length

const suite = (profile: SharedProfileReport, failOn: ReadonlySet<Condition>): ReadonlyArray<string> => {
  const { findings, policies, skipped, technicalProfile } = profile
  return [
    `  <testsuite${attributes({
      name: technicalProfile,
      tests: findings.length + skipped.length,
      failures: failing(findings, failOn),
      errors: 0,
      skipped: skipped.length,
      package: policies.join(' ')
    })}>`,
    ...findings.flatMap((finding) => testCase(profile, finding, failOn)),
    ...skipped.flatMap(({ fault, why }) => [
      `    <testcase${attributes({ classname: technicalProfile, name: fault.name })}>`,
      `      <skipped${attributes({ message: `cannot happen: ${why}` })}/>`,
      '    </testcase>'
    ]),
    '  </testsuite>'
  ]
}

/** The document as text. */
export const formatJunit = ({ profiles }: SetReport, failOn: ReadonlySet<Condition>): string => {
  const findings = profiles.flatMap((profile) => profile.findings)
  const skipped = profiles.reduce((sum, profile) => sum + profile.skipped.length, 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({
      name: 'trustframe faults',
      tests: findings.length + skipped,
      failures: failing(findings, failOn),
      errors: 0,
      skipped
    })}>`,
    ...profiles.flatMap((profile) => suite(profile, failOn)),
    '</testsuites>'
  ].join('\n')
}
