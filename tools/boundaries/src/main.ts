/** Checks all sources of the repository, and that manifests and rules agree; exits 1 when something breaks a rule. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkFile } from './check.ts'
import { packageRules } from './rules.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const files = globSync('{packages,apps,examples}/*/src/**/*.ts', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/')
)
const violations = files.flatMap((file) => checkFile(file, readFileSync(join(root, file), 'utf8')))

for (const folder of globSync('packages/*', { cwd: root })) {
  if (packageRules[folder.replaceAll('\\', '/')] === undefined) {
    violations.push({ file: folder, line: 1, message: 'has no rule in tools/boundaries/src/rules.ts' })
  }
}

for (const { file, line, message } of violations) console.error(`${file}:${line}: ${message}`)
console.log(`boundaries: ${files.length} files, ${violations.length} violations`)
process.exitCode = violations.length === 0 ? 0 : 1
