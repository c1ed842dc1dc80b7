/** The report as one page for whoever decides on the words: nothing is loaded from anywhere, and nothing runs. */
import { formatOrigin } from '@trustframe/plan'
import type { FaultFinding } from '@trustframe/testing'
import { leaksAtAll } from '../chooseFaults.ts'
import {
  leaksOf,
  missingText,
  type Reading,
  readingsOf,
  receivedOf,
  resultOf,
  sourceOf,
  titleOf,
  usesOf
} from '../describeFinding.ts'
import { type Group, groupsOf } from '../groupsOf.ts'
import type { SetReport, SharedProfileReport } from '../setReport.ts'
import { html, type Html } from './html.ts'
import { reportStyle } from './style.ts'

const tile = (title: string, value: number, mood: 'plain' | 'good' | 'warn' | 'bad'): Html =>
  html`<div class="tile ${mood}">
    <dt>${title}</dt>
    <dd>${value}</dd>
  </div>`

const names = new Intl.DisplayNames('en', { type: 'language' })

/** `German` for `de`; a tag that is none as it is. */
const languageName = (tag: string): string => (/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag) ? (names.of(tag) ?? tag) : tag)

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const reading = (read: Reading): Html => {
  const { language, message } = read
  const leaks = leaksOf(read).map((leak) => html`<li class="badge bad">Leaks ${leak}</li>`)
  const words =
    language === undefined
      ? html`<blockquote>${message.text}</blockquote>`
      : html`<p class="language">In ${languageName(language)}</p>
          <blockquote lang="${language}">${message.text}</blockquote>`
  return html`${words}
  ${
    leaks.length === 0
      ? undefined
      : html`<ul class="badges">
          ${leaks}
        </ul>`
  }`
}

const reads = (finding: FaultFinding): Html => {
  const readings = readingsOf(finding)
  if (readings.length === 0) {
    return html`<p class="none">${finding.tag === undefined ? `Nothing: ${resultOf(finding)}.` : 'No message.'}</p>`
  }
  const missing = html`<ul class="badges">
    <li class="badge warn">${capital(missingText(finding))}</li>
  </ul>`
  return html`${readings.map(reading)} ${finding.missing ? missing : undefined}`
}

/** A name or a path that may go on in the next line where a word or a folder begins. */
const breakable = (text: string): ReadonlyArray<Html> =>
  text
    .split(/(?<=\/)|(?<=[a-z])(?=[A-Z])/)
    .map((piece, index) => (index === 0 ? html`${piece}` : html`<wbr />${piece}`))

const tries = (attempts: number) => (attempts === 1 ? '1 try' : `${attempts} tries`)

const situation = (finding: FaultFinding): Html =>
  html`<li>
    ${titleOf(finding)} <code>${finding.fault.name} · ${finding.tag ?? 'no error'} · ${tries(finding.attempts)}</code>
  </li>`

/** What the application receives: a line for each error that differs, which opens to the whole of it. */
const application = (findings: ReadonlyArray<FaultFinding>): Html => {
  const received = [...new Set(findings.flatMap((finding) => receivedOf(finding) ?? []))]
  if (received.length > 0) {
    return html`${received.map((text) => {
      const [code = ''] = /AADB2C\d*/.exec(text) ?? []
      const [, reason] = / with Code '(\w+)'/.exec(text) ?? []
      const summary = [text.split(':', 1)[0], code, reason].filter((part) => part !== undefined).join(' ')
      return html`<details>
        <summary><code>${summary}</code></summary>
        <p>${text}</p>
      </details>`
    })}`
  }
  const failed = findings.some(({ tag }) => tag !== undefined)
  return html`<p class="none">
    ${failed ? 'Nothing: the page shows the message.' : 'Nothing yet: the journey goes on.'}
  </p>`
}

const row = ({ finding, findings }: Group): Html =>
  html` <tr>
    <th scope="row">
      <ul class="faults">
        ${findings.map(situation)}
      </ul>
    </th>
    <td>${reads(finding)}</td>
    <td class="source">
      ${readingsOf(finding).flatMap(({ message }) => sourceOf(message).map((part) => html`<code>${breakable(part)}</code> `))}
    </td>
    <td>${application(findings)}</td>
  </tr>`

const section = (profile: SharedProfileReport, index: number): Html => {
  const { findings, method, notes, origin, policies, serviceUrl, skipped, technicalProfile, uses } = profile
  const facts = [
    html`<p><code>${method} ${serviceUrl}</code></p>`,
    html`<p>${usesOf(uses)} (${policies.join(', ')}); <code>${formatOrigin(origin)}</code></p>`,
    ...notes.map((note) => html`<p>Note: ${note}.</p>`),
    ...skipped.map(({ fault, why }) => html`<p><code>${fault.name}</code> cannot happen: ${why}.</p>`)
  ]
  return html` <section aria-labelledby="profile-${index}">
    <h2 id="profile-${index}">${technicalProfile}</h2>
    <div class="facts">${facts}</div>
    <div class="scroll" role="region" aria-labelledby="profile-${index}" tabindex="0">
      <table>
        <caption>
          Faults after which the user reads the same are in one row.
        </caption>
        <thead>
          <tr>
            <th scope="col">What goes wrong</th>
            <th scope="col">What the user reads</th>
            <th scope="col">Where the words come from</th>
            <th scope="col">What the application receives</th>
          </tr>
        </thead>
        <tbody>
          ${groupsOf(findings).map(row)}
        </tbody>
      </table>
    </div>
  </section>`
}

/** The page as text. */
export const formatHtml = ({ profiles }: SetReport): string => {
  const findings = profiles.flatMap((profile) => profile.findings)
  const leaking = findings.filter(leaksAtAll).length
  const missing = findings.filter((finding) => finding.missing).length
  const policies = [...new Set(profiles.flatMap((profile) => profile.policies))]
  const links = profiles.map(
    ({ technicalProfile }, index) => html`<li><a href="#profile-${index}">${technicalProfile}</a></li>`
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>What people read when services fail: ${policies.join(', ')}</title>
        <style>
          ${reportStyle}
        </style>
      </head>
      <body>
        <a class="skip" href="#report">Skip to the report</a>
        <header>
          <h1>What people read when services fail</h1>
          <p class="lead">
            Every service that ${policies.length === 1 ? 'the policy' : 'the policies'} ${policies.join(', ')}
            ${policies.length === 1 ? 'calls' : 'call'} was made to fail in every way. This is what a user then reads,
            who wrote the words, and what the application receives.
          </p>
          <dl class="tiles">
            ${tile('technical profiles', profiles.length, 'plain')} ${tile('faults tried', findings.length, 'plain')}
            ${tile('messages that leak something', leaking, leaking === 0 ? 'good' : 'bad')}
            ${tile('without a message of the policy', missing, missing === 0 ? 'good' : 'warn')}
          </dl>
          ${
            links.length < 2
              ? undefined
              : html`<nav aria-label="Technical profiles">
                  <ul>
                    ${links}
                  </ul>
                </nav>`
          }
        </header>
        <main id="report">
          ${profiles.map(section)}
          ${profiles.length === 0 ? html`<p>The policies have no RESTful technical profiles.</p>` : undefined}
        </main>
        <footer>Made by trustframe faults. Times and chances are simulated, and no service was called.</footer>
      </body>
    </html>`.text
}
