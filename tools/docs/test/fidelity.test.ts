/** The pages of docs/fidelity: each row says how sure we are, and names a test that is there. */
import { existsSync, readFileSync } from 'node:fs'
import { assert, describe, it } from '@effect/vitest'

const root = new URL('../../../', import.meta.url)

interface Row {
  readonly behaviour: string
  readonly status: string
  readonly source: string
  /** `path: "title"`. */
  readonly test: string
}

const rowsOf = (page: string): ReadonlyArray<Row> =>
  readFileSync(new URL(`docs/fidelity/${page}`, root), 'utf8')
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6 && cells[1] !== 'Behaviour' && !/^-+$/.test(cells[1] ?? ''))
    .map(([, behaviour = '', status = '', source = '', test = '']) => ({ behaviour, status, source, test }))

const withoutBackslashes = (text: string) => text.replaceAll('\\', '')

const texts = new Map<string, string>()

/** The text of a test file, read once. */
const textOf = (path: string): string => {
  const known = texts.get(path)
  if (known !== undefined) return known
  const url = new URL(path, root)
  assert.isTrue(path !== '' && existsSync(url), `there is no test file "${path}"`)
  const text = withoutBackslashes(readFileSync(url, 'utf8'))
  texts.set(path, text)
  return text
}

describe.each([
  ['restful.md', 70],
  ['directory.md', 70],
  ['journeys.md', 150],
  ['identityProviders.md', 50]
] as const)('docs/fidelity/%s', (page, least) => {
  const rows = rowsOf(page)

  it('has rows', () => {
    assert.isAbove(rows.length, least)
  })

  it('says everything once', () => {
    const behaviours = rows.map(({ behaviour }) => behaviour)
    assert.deepStrictEqual(
      behaviours.filter((behaviour, index) => behaviours.indexOf(behaviour) !== index),
      []
    )
  })

  it.each(rows)('$behaviour', ({ source, status, test }) => {
    assert.include(['documented', 'observed', 'assumed'], status)
    assert.isTrue(status === 'assumed' || source !== '–', 'what is documented or observed has a source')
    const [, file = '', title = ''] = /^(\S+): "(.+)"$/.exec(test) ?? []
    assert.include(textOf(file), withoutBackslashes(title))
  })
})
