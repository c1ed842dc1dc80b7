/** Writes the generated parts of the documentation; with `--check` it only tells whether they are up to date. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { diagnosticCodes } from '@trustframe/lint'
import { diagnosticPages } from './diagnosticPages.ts'

const folder = resolve(import.meta.dirname, '../../../docs/diagnostics')
const pages = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const changed = diagnosticPages(diagnosticCodes, pages).filter(
  ({ name, text }) => pages.find((page) => page.name === name)?.text !== text
)
if (process.argv.includes('--check')) {
  for (const { name } of changed) console.error(`docs/diagnostics/${name} is not up to date: run tools/docs`)
  process.exitCode = changed.length === 0 ? 0 : 1
} else {
  for (const { name, text } of changed) writeFileSync(join(folder, name), text)
  console.log(`${changed.length} pages written`)
}
