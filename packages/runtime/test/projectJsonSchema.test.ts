import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { projectJsonSchema } from '../src/config/projectJsonSchema.ts'

it('is what trustframe.schema.json holds; `node --conditions=@trustframe/source packages/runtime/scripts/writeSchema.ts` writes it', () => {
  const published: unknown = JSON.parse(readFileSync(new URL('../trustframe.schema.json', import.meta.url), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(projectJsonSchema())))
})
