/** The report for people at a terminal: a table for each technical profile. */
import { formatOrigin } from '@trustframe/plan'
import type { FaultFinding } from '@trustframe/testing'
import type { Style } from '../output/style.ts'
import { leaksAtAll } from './chooseFaults.ts'
import { leaksOf, missingText, readingsOf, receivedOf, resultOf, sourceOf, usesOf } from './describeFinding.ts'
import { type Cell, type Column, formatTable } from './formatTable.ts'
import { groupsOf } from './groupsOf.ts'
import type { SetReport, SharedProfileReport } from './setReport.ts'

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

/** a, b, c, …, a1, b1, … */
const letterOf = (index: number): string =>
  String.fromCodePoint(97 + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26)))

const reads = (finding: FaultFinding): Cell => {
  const readings = readingsOf(finding)
  if (readings.length === 0) {
    return [{ text: finding.tag === undefined ? resultOf(finding) : 'no message', paint: 'dim' }]
  }
  const lines: Array<Cell[number]> = []
  for (const reading of readings) {
    const { language, message } = reading
    lines.push({ text: language === undefined ? message.text : `${language}: ${message.text}` })
    for (const leak of leaksOf(reading)) lines.push({ text: `leaks ${leak}`, paint: 'red' })
  }
  return finding.missing ? [...lines, { text: missingText(finding), paint: 'yellow' }] : lines
}

const columns = (width: number): ReadonlyArray<Column> => {
  const fixed = { fault: 16, error: 23, tries: 5, from: 40, application: 3 }
  const rest = width - 2 - 5 * 2 - Object.values(fixed).reduce((sum, each) => sum + each, 0)
  return [
    { title: 'Fault', width: fixed.fault },
    { title: 'Error', width: fixed.error },
    { title: 'Tries', width: fixed.tries, align: 'right' },
    { title: 'The user reads', width: Math.max(36, rest) },
    { title: 'From', width: fixed.from },
    { title: 'App', width: fixed.application }
  ]
}

const formatProfile = (profile: SharedProfileReport, width: number, style: Style): ReadonlyArray<string> => {
  const received = [...new Set(profile.findings.flatMap((finding) => receivedOf(finding) ?? []))]
  const rows = groupsOf(profile.findings).map(({ finding, findings }): ReadonlyArray<Cell> => [
    findings.map(({ fault }) => ({ text: fault.name })),
    findings.map(({ tag }) => (tag === undefined ? { text: 'none', paint: 'green' } : { text: tag })),
    findings.map(({ attempts }) => ({ text: String(attempts) })),
    reads(finding),
    readingsOf(finding).flatMap(({ message }) => sourceOf(message).map((text) => ({ text, paint: 'dim' }) as const)),
    findings.map((each) => {
      const application = receivedOf(each)
      return { text: application === undefined ? '' : letterOf(received.indexOf(application)) }
    })
  ])
  return [
    `${style.bold(profile.technicalProfile)}  ${style.dim(formatOrigin(profile.origin))}`,
    `  ${profile.method} ${profile.serviceUrl}`,
    `  ${usesOf(profile.uses)}${profile.policies.length > 1 ? style.dim(`, in ${profile.policies.join(', ')}`) : ''}`,
    ...profile.notes.map((note) => `  ${style.yellow('note')}: ${note}`),
    '',
    ...formatTable(columns(width), rows, style).map((line) => (line === '' ? '' : `  ${line}`)),
    ...(received.length === 0
      ? []
      : [
          '',
          '  The application receives',
          ...received.map((text, index) => `    ${letterOf(index)}  ${text.replaceAll(/\s*\n\s*/g, ' ⏎ ')}`)
        ]),
    ...(profile.skipped.length === 0
      ? []
      : ['', ...profile.skipped.map(({ fault, why }) => style.dim(`  ${fault.name} cannot happen: ${why}`))])
  ]
}

/** The lines of the report. */
export const formatReport = ({ profiles }: SetReport, width: number, style: Style): ReadonlyArray<string> => {
  if (profiles.length === 0) return ['The policies have no RESTful technical profiles.']
  const findings = profiles.flatMap((profile) => profile.findings)
  const leaking = findings.filter(leaksAtAll).length
  const missing = findings.filter((finding) => finding.missing).length
  const verdict = (number: number, what: string) =>
    number === 0 ? style.green(`0 ${what}`) : style.red(`${number} ${what}`)
  return [
    ...profiles.flatMap((profile) => [...formatProfile(profile, width, style), '']),
    `${count(profiles.length, 'technical profile')}, ${count(findings.length, 'fault')}: ${verdict(leaking, 'leak something to the user')}, ${verdict(missing, 'have no message of the policy')}`
  ]
}
