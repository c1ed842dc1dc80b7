/** Where the corpus of public policies is: at `$TRUSTFRAME_CORPUS`, else beside the repository. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder; it need not be there. */
export const corpus = process.env['TRUSTFRAME_CORPUS'] ?? resolve(import.meta.dirname, '../../../../../shared/corpus')

/** Tests that need the corpus are skipped without it, and on CI its absence is a failure. */
export const hasCorpus = existsSync(join(corpus, 'index.json'))
