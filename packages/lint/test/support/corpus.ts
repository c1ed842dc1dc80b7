/** The corpus of real policies: at `$TRUSTFRAME_CORPUS`, else in `shared/corpus` beside the repository. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parsePolicy, type PolicyFile } from '@trustframe/policy'

const folder = process.env['TRUSTFRAME_CORPUS'] ?? resolve(import.meta.dirname, '../../../../../shared/corpus')

/** Whether there is a corpus; tests that need it are skipped without it, and on CI its absence is a failure. */
export const hasCorpus = existsSync(join(folder, 'index.json'))

interface Index {
  readonly files: ReadonlyArray<{ readonly path: string }>
  readonly chains: ReadonlyArray<{ readonly relyingParty: string; readonly files: ReadonlyArray<string> | null }>
}

const isIndex = (value: unknown): value is Index =>
  typeof value === 'object' && value !== null && 'files' in value && 'chains' in value

/** What the corpus has: its files, and for each relying party the files of its chain. */
export const readIndex = (): Index => {
  const index: unknown = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  return isIndex(index) ? index : { files: [], chains: [] }
}

const parsed = new Map<string, PolicyFile>()

/** A file of the corpus, parsed once. */
export const readPolicyFile = (path: string): PolicyFile => {
  const known = parsed.get(path)
  if (known !== undefined) return known
  const file = parsePolicy({ path, bytes: readFileSync(join(folder, path)) })
  parsed.set(path, file)
  return file
}
