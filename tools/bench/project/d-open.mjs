/** Trustframe in the suite open: journeys that wait at their page, kept in one way or another. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const program = fileURLToPath(new URL('openJourneys.mjs', import.meta.url))

const open = (name, way) => {
  const measure = async () => {
    const { stdout } = await run(process.execPath, [...process.execArgv, '--expose-gc', program, way])
    return JSON.parse(stdout)
  }
  return { name, run: measure, burst: measure }
}

export const projectState = open('Trustframe: the state as it is', 'state')
export const projectText = open('Trustframe: encoded', 'text')
export const projectSealed = open('Trustframe: encoded and sealed, in the journey store', 'sealed')
