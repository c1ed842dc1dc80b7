/** Trustframe in the suite memory: the files as they are kept, with their positions. */
import { fileURLToPath } from 'node:url'
import { kept } from '../entries/b/memory.mjs'

const parse = fileURLToPath(new URL('b-parse.mjs', import.meta.url))

export const project = kept('Trustframe: parsePolicy', parse, 'project')
