import { existsSync, readFileSync } from 'node:fs'
import { assert, describe, it } from '@effect/vitest'

const root = new URL('../../../', import.meta.url)
const page = readFileSync(new URL('docs/fidelity/directory.md', root), 'utf8')

const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 6 && cells[1] !== 'Behaviour' && !/^-+$/.test(cells[1] ?? ''))
  .map(([, behaviour = '', status = '', source = '', test = '']) => ({ behaviour, status, source, test }))

describe('docs/fidelity/directory.md', () => {
  it('has rows', () => {
    assert.isAbove(rows.length, 70)
  })

  it.each(rows)('$behaviour', ({ source, status, test }) => {
    assert.include(['documented', 'observed', 'assumed'], status)
    assert.isTrue(status === 'assumed' || source !== '–', 'what is documented or observed has a source')
    const [, file = '', title = ''] = /^(\S+): "(.*)"$/.exec(test) ?? []
    assert.isTrue(file !== '' && existsSync(new URL(file, root)), `there is no test file "${file}"`)
    const text = readFileSync(new URL(file, root), 'utf8').replaceAll('\\', '')
    assert.include(text, title.replaceAll('\\', ''))
  })
})
