/** Trustframe in the suite startup: the bundled command. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { program } from '../entries/e/starts.mjs'

const root = resolve(import.meta.dirname, '../../..')
const bundle = resolve(root, 'apps/cli/bundle/trustframe.js')

/** Bundles the sources as they are; nx takes an unchanged bundle from its cache. */
const build = () => {
  const nx = resolve(root, 'node_modules/.bin/nx')
  const { error, status } = spawnSync(nx, ['run', 'trustframe:bundle', '--outputStyle=static'], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' }
  })
  if (error !== undefined || status !== 0) throw new Error('nx run trustframe:bundle failed; run it to see why')
}

export const projectVersion = program('trustframe --version', bundle, { args: ['--version'], prepare: build })
export const projectHelp = program('trustframe --help', bundle, { args: ['--help'] })
