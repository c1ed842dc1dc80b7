import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assert, describe, it } from '@effect/vitest'
import { diagnosticCodes } from '@trustframe/lint'
import { diagnosticPages, withSummary } from '../src/diagnosticPages.ts'

const folder = resolve(import.meta.dirname, '../../../docs/diagnostics')
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

describe('the pages of diagnostics', () => {
  it('are one for each code, and the index', () => {
    assert.deepStrictEqual(
      pages.map(({ name }) => name).toSorted(),
      ['README.md', ...diagnosticCodes.map(({ code }) => `${code}.md`)].toSorted()
    )
  })

  it('are up to date (run node --conditions=@trustframe/source tools/docs/src/main.ts)', () => {
    const stale = diagnosticPages(diagnosticCodes, pages).filter(
      ({ name, text }) => pages.find((page) => page.name === name)?.text !== text
    )
    assert.deepStrictEqual(
      stale.map(({ name }) => name),
      []
    )
  })

  it.each(pages.filter(({ name }) => name !== 'README.md'))('$name has what a page needs', ({ text }) => {
    assert.match(text, /<!-- \/summary -->\n\n[^\n#]/, 'says what the diagnostic means')
    assert.match(text, /\n## What to do\n\n[^\n#]/, 'says what to do')
    assert.strictEqual(/\n## Wrong\n/.test(text), /\n## Right\n/.test(text), 'an example of both, or of neither')
  })

  it('keep what was written by hand', () => {
    const info = { code: 'TF3601', name: 'rule', title: 'a title', severity: 'warning', origin: 'advice' } as const
    assert.strictEqual(
      withSummary('# old\n\n<!-- summary -->\nold\n<!-- /summary -->\n\nWords.\n', info),
      '# TF3601 A title\n\n<!-- summary -->\n\n**Warning** · B2C accepts and runs it · rule `rule`\n\n<!-- /summary -->\n\nWords.\n'
    )
  })
})
