import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assert, describe, it } from '@effect/vitest'
import { type Diagnostic, readAppSettings } from '@trustframe/policy'
import { diagnosticCodes } from '../src/index.ts'
import { check, type Given } from './support/checkText.ts'

const folder = resolve(import.meta.dirname, '../../../docs/diagnostics')

interface Fence {
  /** The name of the file; empty for fragments. */
  readonly name: string
  readonly text: string
}

/** The examples of a section of a page. */
const fencesOf = (page: string, section: string): ReadonlyArray<Fence> => {
  const [, rest = ''] = page.split(`\n## ${section}\n`)
  const [body = ''] = rest.split('\n## ')
  return [...body.matchAll(/^```\w+ ?(.*)\n([^]*?)^```$/gm)].map(([, name = '', text = '']) => ({ name, text }))
}

/** What is found in the example: in the fragments, or in all files; with the settings of the first environment. */
const findingsIn = (fences: ReadonlyArray<Fence>): ReadonlyArray<Diagnostic> => {
  const settings = fences.find(({ name }) => name.endsWith('.json'))
  const read = settings === undefined ? undefined : readAppSettings(settings.name, settings.text)
  const files = fences.filter(({ name }) => name.endsWith('.xml'))
  const [fragments] = fences
  const given: Given =
    files.length > 0
      ? Object.fromEntries(files.map(({ name, text }) => [name, text]))
      : settings === undefined
        ? (fragments?.text ?? '')
        : {}
  // Keys are checked against known ones only where a page is about them.
  const options = fragments?.text.includes('B2C_1A_ContosoSecret') === true ? { keys: ['B2C_1A_ContosoSecret'] } : {}
  const found = check(given, options, read?.environments[0]?.settings)
  return [
    ...(read?.diagnostics ?? []),
    ...found.filter(({ span }) => span.source.path !== 'Base.xml' || files.length > 0)
  ]
}

const pages = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { code: name.replace(/\.md$/, ''), wrong: fencesOf(text, 'Wrong'), right: fencesOf(text, 'Right') }
  })

/** What cannot be shown in an example: files that are too large, too deep, or no text. */
const withoutExample: ReadonlySet<string> = new Set(['TF1004', 'TF1005', 'TF1006', 'TF1303', 'TF1313'])

const hasCode = (code: string, fences: ReadonlyArray<Fence>): boolean =>
  findingsIn(fences).some((diagnostic) => diagnostic.code === code)

describe('the pages of diagnostics', () => {
  it('are one for each code', () => {
    assert.deepStrictEqual(pages.map(({ code }) => code).toSorted(), diagnosticCodes.map(({ code }) => code).toSorted())
  })

  it('show an example, unless there can be none', () => {
    const missing = pages.filter(({ code, right, wrong }) => {
      return withoutExample.has(code) === (wrong.length > 0 && right.length > 0)
    })
    assert.deepStrictEqual(
      missing.map(({ code }) => code),
      []
    )
  })

  it.each(pages.filter(({ code }) => !withoutExample.has(code)))(
    '$code: the wrong example has it, the right one has not',
    ({ code, right, wrong }) => {
      assert.isTrue(hasCode(code, wrong), 'the wrong example')
      assert.isFalse(hasCode(code, right), 'the right example')
    }
  )

  it('have their own test where they show none', () => {
    const tests = resolve(import.meta.dirname, '../../policy/test')
    const texts = readdirSync(tests, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(tests, name), 'utf8'))
    const untested = [...withoutExample].filter((code) => !texts.some((text) => text.includes(code)))
    assert.deepStrictEqual(untested, [])
  })
})
