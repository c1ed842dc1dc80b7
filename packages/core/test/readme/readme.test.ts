/** The examples of the README run, and print what it says. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code)

const run = (code: string) =>
  spawnSync(
    process.execPath,
    ['--conditions=@trustframe/source', '--input-type=module-typescript', '--eval', code],
    // A runner that colours its own output would have Node colour the lines, too.
    { cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } }
  )

describe('the README', () => {
  it('has examples', () => expect(examples.length).toBe(2))

  it.each(examples.map((code, index) => ({ number: index + 1, code })))('runs example $number', ({ code }) => {
    const { stderr, stdout } = run(code)
    expect(stderr).toBe('')
    const printed = [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, line]) => line)
    expect(stdout.trim().split('\n')).toEqual(printed)
  })
})
