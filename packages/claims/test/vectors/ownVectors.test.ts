/** The vectors of this repository: a file a method, of the shape that `npm run conformance -- vectors` reads. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MalformedJson, parseJson } from '@trustframe/claims'
import { runVectors } from '@trustframe/claims/vectors'

const folder = join(import.meta.dirname, 'own')

it.each(readdirSync(folder))('%s', (file) => {
  const content = parseJson(readFileSync(join(folder, file), 'utf8'))
  if (content instanceof MalformedJson) throw new Error(`${file} ${content.reason}`)
  const report = runVectors([{ file, content }])
  expect(report).toMatchObject({ failed: [], skipped: [] })
  expect('passed' in report && report.passed).toBeGreaterThan(0)
})
