/** What the pages of diagnostics say that their tables say: the title, the summary, and the index of all pages. */
import type { DiagnosticCode } from '@trustframe/lint'
import type { Origin } from '@trustframe/policy'

/** A page of `docs/diagnostics`. */
export interface Page {
  /** The name of the file. */
  readonly name: string
  readonly text: string
}

const origins: Readonly<Record<Origin, string>> = {
  'b2c-rejects': 'B2C refuses the upload',
  'b2c-fails': 'B2C accepts the upload, and it fails or surprises when it runs',
  advice: 'B2C accepts and runs it',
  unsupported: 'valid, and Trustframe cannot run it yet'
}

const open = '<!-- summary -->'
const close = '<!-- /summary -->'

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const summaryOf = ({ name, origin, severity }: DiagnosticCode): string =>
  `**${capitalized(severity)}** · ${origins[origin]}${name === undefined ? '' : ` · rule \`${name}\``}`

/** A page with the title and the summary of its code; the rest of it is written by hand. */
export const withSummary = (page: string, info: DiagnosticCode): string =>
  page
    .replace(/^# .*$/m, `# ${info.code} ${capitalized(info.title)}`)
    .replace(new RegExp(`${open}[^]*?${close}`), `${open}\n\n${summaryOf(info)}\n\n${close}`)

const groups: ReadonlyArray<{ readonly prefix: string; readonly title: string }> = [
  { prefix: 'TF10', title: 'Reading files' },
  { prefix: 'TF11', title: 'Structure: elements, attributes, values, ids' },
  { prefix: 'TF12', title: 'Settings and placeholders' },
  { prefix: 'TF13', title: 'Inheritance and inclusion' },
  { prefix: 'TF2', title: 'What runs: journeys, technical profiles, claims transformations' },
  { prefix: 'TF30', title: 'References' },
  { prefix: 'TF31', title: 'Technical profiles: handlers, metadata, keys and claims' },
  { prefix: 'TF32', title: 'Orchestration' },
  { prefix: 'TF33', title: 'Claims along a journey' },
  { prefix: 'TF34', title: 'The claims schema' },
  { prefix: 'TF35', title: 'Messages and pages' },
  { prefix: 'TF36', title: 'Security' },
  { prefix: 'TF37', title: 'Relying parties' },
  { prefix: 'TF39', title: 'Suppressions' }
]

const row = ({ code, name, origin, severity, title }: DiagnosticCode): string =>
  `| [${code}](${code}.md) | ${capitalized(title)} | ${severity} | ${origins[origin].split(/[,:]/)[0] ?? ''} | ${name === undefined ? '' : `\`${name}\``} |`

const section = (title: string, codes: ReadonlyArray<DiagnosticCode>): string =>
  [
    `## ${title}`,
    '',
    '| Code | Title | Severity | Whose rule | Rule |',
    '| --- | --- | --- | --- | --- |',
    ...codes.map(row)
  ].join('\n')

/** The index of all pages. */
export const indexPage = (codes: ReadonlyArray<DiagnosticCode>): string =>
  `# Diagnostics

<!-- Written by tools/docs from the tables of codes. -->

What \`trustframe check\` reports. Every diagnostic has a code that never changes its meaning, a severity, a place in a file, and
whose rule it is: B2C refuses the upload; B2C accepts it, and it fails or surprises when it runs; advice. \`trustframe explain CODE\`
prints a page at the terminal.

A project chooses severities in \`trustframe.json\`, by code or by the name of a rule:

\`\`\`json
{ "lint": { "TF3006": "off", "no-authentication": "error" } }
\`\`\`

A comment in the XML suppresses a diagnostic, with the reason behind a colon; for the start tag that follows, or for the file:

\`\`\`xml
<!-- trustframe-disable-next-line TF3602: the API is public, and tells nothing that is not -->
<!-- trustframe-disable reference-case: the ids are those of another team -->
\`\`\`

${groups
  .map(({ prefix, title }) =>
    section(
      title,
      codes.filter(({ code }) => code.startsWith(prefix))
    )
  )
  .join('\n\n')}
`

/** All pages as they should be: those that exist with their summaries, and the index. */
export const diagnosticPages = (
  codes: ReadonlyArray<DiagnosticCode>,
  pages: ReadonlyArray<Page>
): ReadonlyArray<Page> => [
  { name: 'README.md', text: indexPage(codes) },
  ...pages.flatMap(({ name, text }) => {
    const info = codes.find(({ code }) => `${code}.md` === name)
    return info === undefined ? [] : [{ name, text: withSummary(text, info) }]
  })
]
