import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('./programs/', import.meta.url))
export const OUT = fileURLToPath(new URL('../../out/bundles/', import.meta.url))

const once = (cmd, args, env) =>
  new Promise((resolve, reject) => {
    const t = performance.now()
    const c = spawn(cmd, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } })
    let err = ''
    c.stderr.on('data', (d) => {
      err += d
    })
    c.on('error', reject)
    let ms
    c.on('exit', () => {
      ms = performance.now() - t
    })
    c.on('close', (code) =>
      code === 0 ? resolve({ ms, err }) : reject(new Error(`exit ${code}: ${err.slice(0, 400)}`))
    )
  })

/** run() = one process from spawn to exit. */
export const program = (name, file, { args = [], nodeArgs = [], env = {}, isNode = true } = {}) => {
  const cmd = isNode ? process.execPath : file
  const tail = isNode ? (file ? [file, ...args] : args) : args
  return {
    name,
    noCheck: true,
    async setup() {
      if (isNode && file && !existsSync(file)) throw new Error(`${file} is missing`)
      if (env.NODE_COMPILE_CACHE) mkdirSync(env.NODE_COMPILE_CACHE, { recursive: true })
      await once(cmd, isNode ? [...nodeArgs, ...tail] : tail, env)
    },
    async run() {
      return once(cmd, isNode ? [...nodeArgs, ...tail] : tail, env)
    },
    async burst(mode) {
      if (!mode.usage) {
        const { ms } = await once(cmd, isNode ? [...nodeArgs, ...tail] : tail, env)
        return { ms }
      }
      if (!isNode) return { rssMb: NaN, cpuMs: NaN }
      const { err } = await once(cmd, ['-r', join(here, 'usage.cjs'), ...nodeArgs, ...tail], env)
      return JSON.parse(/@usage (\{.*\})/.exec(err)[1])
    }
  }
}
const p = (f) => join(here, f)
const b = (f) => join(OUT, f)
const cache = (n) => ({ NODE_COMPILE_CACHE: join(OUT, 'cache-' + n) })

export const node_e0 = program('node -e 0 (floor)', undefined, { args: ['-e', '0'] })
export const empty = program('node empty.mjs', p('empty.mjs'))
export const parseargs = program('CLI hello, node:util parseArgs', p('parseargs.mjs'))
export const commander = program('CLI hello, commander', p('commander.mjs'))
export const oclif = program('CLI hello, oclif (single command)', p('oclif.mjs'))
export const effect_cli = program('CLI hello, effect/cli', p('effect-cli.mjs'))
export const effect_core = program('import "effect" (whole index)', p('effect-core.mjs'))
export const effect_deep = program('import "effect/Effect" only', p('effect-deep.mjs'))
export const effect_schema = program('import "effect/Schema" only', p('effect-schema.mjs'))
export const fxp = program('import fast-xml-parser', p('fxp.mjs'))
export const jose = program('import jose', p('jose.mjs'))
export const undici = program('import undici', p('undici.mjs'))
export const oidc = program('import oidc-provider', p('oidc-provider.mjs'))
export const effect_http_import = program('import platform-node HTTP server + router', p('effect-http-import.mjs'))
export const node_server = program('server: node:http, first answer', p('node-server.mjs'))
export const effect_server = program('server: Effect HTTP, first answer', p('effect-server.mjs'))
export const all = program('server: Effect HTTP + fast-xml-parser + jose + undici, first answer', p('all.mjs'))

export const effect_core_esb = program('import "effect", esbuild bundle', b('effect-core.esb.mjs'))
export const effect_cli_esb = program('CLI hello, effect/cli, esbuild bundle', b('effect-cli.esb.mjs'))
export const effect_cli_esb_cc = program(
  'CLI hello, effect/cli, esbuild bundle + compile cache',
  b('effect-cli.esb.mjs'),
  { env: cache('cli') }
)
export const effect_cli_cc = program('CLI hello, effect/cli, not bundled + compile cache', p('effect-cli.mjs'), {
  env: cache('cli2')
})
export const commander_esb = program('CLI hello, commander, esbuild bundle', b('commander.esb.mjs'))
export const all_esb = program('server: all, esbuild bundle', b('all.esb.mjs'))
export const all_rd = program('server: all, rolldown bundle', b('all.rd.mjs'))
export const all_esb_cc = program('server: all, esbuild bundle + compile cache', b('all.esb.mjs'), {
  env: cache('all')
})
export const all_cc = program('server: all, not bundled + compile cache', p('all.mjs'), { env: cache('all2') })
export const effect_server_esb = program('server: Effect HTTP, esbuild bundle', b('effect-server.esb.mjs'))
export const effect_server_esb_cc = program(
  'server: Effect HTTP, esbuild bundle + compile cache',
  b('effect-server.esb.mjs'),
  { env: cache('srv') }
)
export const core = program('CLI core: Effect + Schema + fast-xml-parser', p('core-app.mjs'))
export const core_esb = program('CLI core, esbuild bundle', b('core-app.esb.mjs'))
export const core_esb_cc = program('CLI core, esbuild bundle + compile cache', b('core-app.esb.mjs'), {
  env: cache('core')
})
export const core_snap = program('CLI core, V8 start-up snapshot of the bundle', b('core.blob'), {
  nodeArgs: ['--snapshot-blob'],
  args: ['x.js']
})
export const xmllint = program('xmllint --version (a C program)', 'xmllint', { args: ['--version'], isNode: false })
