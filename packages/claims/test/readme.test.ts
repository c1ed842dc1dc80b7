/** The examples of the README run. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..')
const readme = readFileSync(join(folder, 'README.md'), 'utf8')
const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => ({
  code,
  first: code.split('\n')[0] ?? ''
}))

const runExample = (code: string) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--conditions=@trustframe/source', '--input-type=module-typescript', '--eval', code],
    // A runner that colours its own output would have Node colour the lines, too.
    { cwd: folder, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } }
  )
  return { status, stderr, lines: stdout.trim().split('\n') }
}

describe('the README', () => {
  it.each(examples)('$first', ({ code }) => {
    expect(runExample(code)).toMatchObject({ status: 0, stderr: '' })
  })

  it('says what its first example prints', () => {
    const printed = examples[0]?.code.match(/console\.log\(.*\) \/\/ (.*)$/m)?.[1]
    expect(runExample(examples[0]?.code ?? '').lines).toStrictEqual([printed])
  })

  it('has an example of each entry that it explains', () => {
    expect(examples.map(({ first }) => /'(@trustframe\/[^']+)'/.exec(first)?.[1])).toStrictEqual([
      '@trustframe/claims',
      '@trustframe/claims/transformations',
      '@trustframe/claims'
    ])
  })
})
