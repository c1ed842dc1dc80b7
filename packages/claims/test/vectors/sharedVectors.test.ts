/** The shared vectors, where they are: `$TRUSTFRAME_VECTORS`, else beside the corpus, else beside the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Json, MalformedJson, parseJson } from '@trustframe/claims'
import { runVectors } from '@trustframe/claims/vectors'

const shared = resolve(import.meta.dirname, '../../../../../shared')
const { TRUSTFRAME_CORPUS = join(shared, 'corpus'), TRUSTFRAME_VECTORS } = process.env
const folder = TRUSTFRAME_VECTORS ?? resolve(TRUSTFRAME_CORPUS, '../reference/vectors')
const isThere = existsSync(folder)

const read = (name: string): Json => {
  const content = parseJson(readFileSync(join(folder, name), 'utf8'))
  if (content instanceof MalformedJson) throw new Error(`${name} ${content.reason}`)
  return content
}

describe('the shared vectors', () => {
  it.skipIf(isThere || process.env['CI'] !== 'true')('are there in CI', () => {
    expect(isThere, `there is no folder ${folder}; set TRUSTFRAME_VECTORS`).toBe(true)
  })

  describe.skipIf(!isThere)('in their folder', () => {
    const files = isThere ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []

    it.each(files)('%s', (file) => {
      expect(runVectors([{ file, content: read(file) }])).toMatchObject({ failed: [], skipped: [] })
    })

    it('are some', () => {
      const report = runVectors(files.map((file) => ({ file, content: read(file) })))
      expect('passed' in report ? report.passed : 0).toBeGreaterThan(400)
    })
  })
})
