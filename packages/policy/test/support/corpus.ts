/** The corpus of real policies: at `$TRUSTFRAME_CORPUS`, else in `shared/corpus` beside the repository. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = process.env['TRUSTFRAME_CORPUS'] ?? resolve(import.meta.dirname, '../../../../../shared/corpus')

/** Whether there is a corpus; tests that need it are skipped without it, and on CI its absence is a failure. */
export const hasCorpus = existsSync(join(folder, 'index.json'))

/** A policy file of the corpus. */
export interface CorpusFile {
  readonly path: string
  readonly policyId: string
  readonly bytes: number
}

/** A chain of the corpus: leaf first; no files where a base is missing. */
export interface CorpusChain {
  readonly relyingParty: string
  readonly files: ReadonlyArray<string> | null
  readonly resolved?: boolean
  readonly unresolved?: Readonly<Record<string, ReadonlyArray<string>>>
}

interface Index {
  readonly files: ReadonlyArray<CorpusFile>
  readonly chains: ReadonlyArray<CorpusChain>
}

/** What the corpus holds; nothing where there is none. */
export const corpus: Index = hasCorpus
  ? JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
  : { files: [], chains: [] }

/** The full path of a file of the corpus. */
export const corpusPath = (path: string): string => join(folder, path)

/** The bytes of a file of the corpus. */
export const corpusBytes = (path: string): Uint8Array => readFileSync(corpusPath(path))
