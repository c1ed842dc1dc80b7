/** The example of the README prints what it says. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const [, code = '', printed] = /^```ts\n(.*?)^```\n\nprints\n\n```text\n(.*?)^```/ms.exec(readme) ?? []

it('the example of the README prints what it says', () => {
  const { stderr, stdout } = spawnSync(
    process.execPath,
    ['--conditions=@trustframe/source', '--input-type=module-typescript', '--eval', code],
    // A runner that colours its own output would have Node colour the lines, too.
    { cwd: import.meta.dirname, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '0' } }
  )
  expect(stderr).toBe('')
  expect(stdout).toBe(printed)
})
