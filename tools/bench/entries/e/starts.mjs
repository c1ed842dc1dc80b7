/** Programs that start, do next to nothing, and end: as they are, bundled, and with Node's compile cache. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const programs = fileURLToPath(new URL('programs/', import.meta.url))
const bundles = fileURLToPath(new URL('../../out/bundles/', import.meta.url))
const usageReporter = join(programs, 'usage.cjs')

/** One process from spawn to exit. */
const start = (command, args, env) =>
  new Promise((resolve, reject) => {
    const begin = performance.now()
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env } })
    let ms
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('exit', () => {
      ms = performance.now() - begin
    })
    child.on('close', (status) => {
      if (status === 0) resolve({ ms, errors })
      else reject(new Error(`${command} exited with ${status}: ${errors.slice(0, 400)}`))
    })
  })

const entry = (name, { args, command = process.execPath, env, prepare }) => ({
  name,
  noCheck: true,
  async setup() {
    await prepare?.()
    // Once for the page cache, and to fill the compile cache.
    await start(command, args, env)
  },
  run: () => start(command, args, env),
  async burst({ usage }) {
    if (usage !== true) return { ms: (await start(command, args, env)).ms }
    if (command !== process.execPath) return {}
    const { errors } = await start(command, ['-r', usageReporter, ...args], env)
    return JSON.parse(/@usage (\{.*\})/.exec(errors)[1])
  }
})

/** A program that Node runs from a file; `prepare` makes the file. */
export const program = (name, file, { args = [], env, prepare } = {}) =>
  entry(name, {
    args: [file, ...args],
    env,
    prepare: async () => {
      await prepare?.()
      if (!existsSync(file)) throw new Error(`${file} is missing`)
    }
  })

const source = (name) => join(programs, `${name}.mjs`)

const cached = (name) => ({ NODE_COMPILE_CACHE: join(bundles, `cache-${name}`) })

/** What is bundled as ESM still contains CommonJS dependencies that call require(). */
const banner = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);"

const bundled = (title, name, env) => {
  const outfile = join(bundles, `${name}.esbuild.mjs`)
  const prepare = async () => {
    const { build } = await import('esbuild')
    await build({
      entryPoints: [source(name)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      minify: true,
      banner: { js: banner },
      logLevel: 'error'
    })
  }
  return program(title, outfile, { env, prepare })
}

const rolledUp = (title, name) => {
  const file = join(bundles, `${name}.rolldown.mjs`)
  const prepare = async () => {
    const { rolldown } = await import('rolldown')
    const build = await rolldown({ input: source(name), platform: 'node', logLevel: 'silent' })
    await build.write({ file, format: 'esm', minify: true, codeSplitting: false })
    await build.close()
  }
  return program(title, file, { prepare })
}

export const node_e0 = entry('node -e 0 (floor)', { args: ['-e', '0'] })
export const empty = program('node empty.mjs', source('empty'))
export const parseargs = program('CLI hello, node:util parseArgs', source('parseargs'))
export const commander = program('CLI hello, commander', source('commander'))
export const commander_bundle = bundled('CLI hello, commander, bundle', 'commander')
export const oclif = program('CLI hello, oclif (single command)', source('oclif'))
export const effect_cli = program('CLI hello, effect/cli', source('effect-cli'))
export const effect_cli_cache = program('CLI hello, effect/cli, compile cache', source('effect-cli'), {
  env: cached('effect-cli')
})
export const effect_cli_bundle = bundled('CLI hello, effect/cli, bundle', 'effect-cli')
export const effect_cli_bundle_cache = bundled(
  'CLI hello, effect/cli, bundle + compile cache',
  'effect-cli',
  cached('effect-cli-bundle')
)
export const effect_core = program('import "effect" (whole index)', source('effect-core'))
export const effect_core_bundle = bundled('import "effect", bundle', 'effect-core')
export const effect_deep = program('import "effect/Effect" only', source('effect-deep'))
export const effect_schema = program('import "effect/Schema" only', source('effect-schema'))
export const core = program('Effect + Schema + fast-xml-parser', source('core-app'))
export const core_bundle = bundled('Effect + Schema + fast-xml-parser, bundle', 'core-app')
export const core_bundle_cache = bundled(
  'Effect + Schema + fast-xml-parser, bundle + compile cache',
  'core-app',
  cached('core-bundle')
)
export const fxp = program('import fast-xml-parser', source('fxp'))
export const jose = program('import jose', source('jose'))
export const undici = program('import undici', source('undici'))
export const oidc = program('import oidc-provider', source('oidc-provider'))
export const effect_http_import = program('import platform-node HTTP server + router', source('effect-http-import'))
export const node_server = program('server: node:http, first answer', source('node-server'))
export const effect_server = program('server: Effect HTTP, first answer', source('effect-server'))
export const effect_server_bundle = bundled('server: Effect HTTP, bundle', 'effect-server')
export const effect_server_bundle_cache = bundled(
  'server: Effect HTTP, bundle + compile cache',
  'effect-server',
  cached('effect-server-bundle')
)
export const all = program('server: Effect HTTP + fast-xml-parser + jose + undici, first answer', source('all'))
export const all_cache = program('server: all, compile cache', source('all'), { env: cached('all') })
export const all_bundle = bundled('server: all, bundle', 'all')
export const all_bundle_cache = bundled('server: all, bundle + compile cache', 'all', cached('all-bundle'))
export const all_rolldown = rolledUp('server: all, rolldown bundle', 'all')
export const xmllint = entry('xmllint --version (a C program)', { command: 'xmllint', args: ['--version'] })
