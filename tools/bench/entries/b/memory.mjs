/** Every parser in a process that reads all policies, keeps every tree and reports the growth. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const program = fileURLToPath(new URL('programs/keep.mjs', import.meta.url))
const here = (file) => fileURLToPath(new URL(file, import.meta.url))

/** An entry for the parser that a file exports under that name. */
export const kept = (name, file, parser) => {
  const measure = async () => {
    const { stdout } = await run(process.execPath, [...process.execArgv, '--expose-gc', program, file, parser])
    return JSON.parse(stdout)
  }
  return { name, run: measure, burst: measure }
}

const parsers = here('parsers.mjs')

export const fxp = kept('fast-xml-parser (object)', parsers, 'fxp')
export const fxp_ordered = kept('fast-xml-parser (preserveOrder)', parsers, 'fxp_ordered')
export const saxes_tree = kept('saxes (tree)', parsers, 'saxes_tree')
export const sax_tree = kept('sax (strict, tree)', parsers, 'sax_tree')
export const xmldom = kept('@xmldom/xmldom', parsers, 'xmldom')
export const hand = kept('hand-written scanner (tree, floor in JavaScript)', parsers, 'hand')
export const libxml2_wasm = kept('libxml2-wasm (tree in WebAssembly memory)', here('native.mjs'), 'libxml2_wasm')
