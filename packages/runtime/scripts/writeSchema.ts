/** Writes `trustframe.schema.json` from the schema that the command decodes project files with. */
import { writeFileSync } from 'node:fs'
import { projectJsonSchema } from '../src/config/projectJsonSchema.ts'

writeFileSync(
  new URL('../trustframe.schema.json', import.meta.url),
  `${JSON.stringify(projectJsonSchema(), null, 2)}\n`
)
