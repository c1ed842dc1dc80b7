/** What the reports look like, in every format. */
import { parseXml, sourceText, parsePolicy, resolvePolicies } from '@trustframe/policy'
import { faultReport } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { describe, expect, it } from 'vitest'
import { type Condition } from '../../src/faults/chooseFaults.ts'
import { faultsDocument } from '../../src/faults/faultsDocument.ts'
import { formatJunit } from '../../src/faults/formatJunit.ts'
import { formatReport } from '../../src/faults/formatReport.ts'
import { formatHtml } from '../../src/faults/html/formatHtml.ts'
import { mergeReports } from '../../src/faults/setReport.ts'
import { plain } from '../../src/output/style.ts'
import { policies } from './policy.ts'

const set = resolvePolicies(Object.entries(policies).map(([path, text]) => parsePolicy({ path, text })))

const report = Effect.runPromise(
  Effect.map(
    Effect.forEach(['B2C_1A_SignUp', 'B2C_1A_SignUpMobile'], (id) => {
      const { policy } = set.effective(id)
      return policy === undefined ? Effect.die(`no policy ${id}`) : faultReport(policy)
    }),
    mergeReports
  )
)

const failOn = (...conditions: ReadonlyArray<Condition>): ReadonlySet<Condition> => new Set(conditions)

describe('the report of two policies that share their technical profiles', () => {
  it('is a table for each profile at a terminal', async () => {
    await expect(formatReport(await report, 140, plain).join('\n')).toMatchFileSnapshot('golden/report.txt')
  })

  it('is an array of findings for machines', async () => {
    await expect(`${JSON.stringify(faultsDocument(await report), null, 2)}\n`).toMatchFileSnapshot('golden/report.json')
  })

  it('is JUnit for CI', async () => {
    await expect(formatJunit(await report, failOn('leaks', 'missing'))).toMatchFileSnapshot('golden/report.junit.xml')
  })

  it('is a page for whoever decides on the words', async () => {
    await expect(formatHtml(await report)).toMatchFileSnapshot('golden/report.html')
  })
})

describe('the array', () => {
  it('has exactly these members in each of its objects', async () => {
    const document = JSON.parse(JSON.stringify(faultsDocument(await report)))
    const shapes = new Set(document.map((entry: object) => Object.keys(entry).join(' ')))
    expect([...shapes]).toEqual([
      'technicalProfile fault tag attempts userMessage messageKey source leaks relyingParty'
    ])
    expect(document[0]).toEqual({
      technicalProfile: 'REST-GetLoyalty',
      fault: 'dns',
      tag: 'DnsResolutionFailed',
      attempts: 1,
      userMessage: 'REST-GetLoyalty: loyalty.contoso.example is <away> & "gone".',
      messageKey: 'UserMessageIfDnsResolutionFailed',
      source: { file: 'Base.xml', line: expect.any(Number) },
      leaks: true,
      relyingParty: {
        error: 'server_error',
        error_description: expect.stringMatching(
          /^AADB2C90075: The claims exchange 'REST-GetLoyalty' specified in step '2' /
        )
      }
    })
  })

  it('says that nothing came of a fault that the call survives', async () => {
    const document = JSON.parse(JSON.stringify(faultsDocument(await report)))
    expect(document.find((entry: { readonly fault: string }) => entry.fault === 'slow')).toEqual({
      technicalProfile: 'REST-GetLoyalty',
      fault: 'slow',
      tag: null,
      attempts: 1,
      userMessage: null,
      messageKey: null,
      source: null,
      leaks: false,
      relyingParty: null
    })
  })
})

describe('JUnit', () => {
  it.each([
    ['nothing', failOn(), 0],
    ['leaks', failOn('leaks'), 16],
    ['missing messages', failOn('missing'), 11],
    ['both, each case once', failOn('leaks', 'missing'), 16]
  ])('fails for %s', async (_, conditions, failures) => {
    expect(formatJunit(await report, conditions)).toContain(
      `<testsuites name="trustframe faults" tests="38" failures="${failures}"`
    )
  })

  it('is well-formed, whatever the messages hold', async () => {
    const text = formatJunit(await report, failOn('leaks'))
    expect(parseXml(sourceText('junit.xml', text))).toMatchObject({ wellFormed: true, diagnostics: [] })
  })
})

describe('the page', () => {
  it('loads nothing and runs nothing', async () => {
    const page = formatHtml(await report)
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|@import|url\(|href="(?!#)|\son\w+=/i)
    expect(page).toContain(`default-src 'none'`)
  })

  it('escapes what policies and services say', async () => {
    const page = formatHtml(await report)
    expect(page).toContain('loyalty.contoso.example is &lt;away&gt; &amp; &quot;gone&quot;.')
    expect(page).not.toContain('<away>')
  })

  it('has a language, landmarks, one first heading, and headers for every table', async () => {
    const page = formatHtml(await report)
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0
    expect(page).toContain('<html lang="en">')
    expect([count(/<main /g), count(/<h1>/g), count(/<h2 /g), count(/<table>/g), count(/<caption>/g)]).toEqual([
      1, 1, 2, 2, 2
    ])
    expect(count(/<th scope="(col|row)">/g)).toBe(count(/<th[ >]/g))
    expect(count(/ id="/g)).toBe(new Set(page.match(/ id="[^"]*"/g)).size)
  })

  it('says so when there is nothing to report', () => {
    expect(formatHtml({ profiles: [], diagnostics: [] })).toContain('The policies have no RESTful technical profiles.')
  })
})
