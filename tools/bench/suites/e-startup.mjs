import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fmt, table } from '../lib/stats.mjs'
import { OUT } from '../entries/e/starts.mjs'

const E = fileURLToPath(new URL('../entries/e/starts.mjs', import.meta.url))
const S = fileURLToPath(new URL('../project/e-startup.mjs', import.meta.url))
const prog = (f) => fileURLToPath(new URL(`../entries/e/programs/${f}.mjs`, import.meta.url))
// A bundle in ESM form still contains CommonJS dependencies that call require().
const banner = "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);"

export default {
  id: 'e-startup',
  title: 'E. Start-up (process from spawn to exit, warm page cache)',
  clientCore: undefined,
  async before() {
    mkdirSync(OUT, { recursive: true })
    const esbuild = await import('esbuild')
    for (const f of ['effect-core', 'effect-cli', 'commander', 'effect-server', 'all', 'core-app']) {
      await esbuild.build({
        entryPoints: [prog(f)],
        outfile: `${OUT}${f}.esb.mjs`,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node24',
        minify: true,
        banner: { js: banner },
        logLevel: 'error'
      })
      process.stderr.write(`bundle ${f}.esb ${Math.round(statSync(`${OUT}${f}.esb.mjs`).size / 1024)} KiB\n`)
    }
    await esbuild.build({
      entryPoints: [prog('core-snap')],
      outfile: `${OUT}core-snap.cjs`,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node24',
      minify: true,
      logLevel: 'error'
    })
    spawnSync(process.execPath, ['--snapshot-blob', `${OUT}core.blob`, '--build-snapshot', `${OUT}core-snap.cjs`], {
      stdio: 'ignore'
    })
    const { rolldown } = await import('rolldown')
    const r = await rolldown({ input: prog('all'), platform: 'node', logLevel: 'silent' })
    await r.write({ file: `${OUT}all.rd.mjs`, format: 'esm', minify: true, codeSplitting: false })
    await r.close()
    process.stderr.write(`bundle all.rd ${Math.round(statSync(`${OUT}all.rd.mjs`).size / 1024)} KiB\n`)
  },
  async entries() {
    const ids = [
      'node_e0',
      'empty',
      'parseargs',
      'commander',
      'commander_esb',
      'oclif',
      'effect_cli',
      'effect_cli_cc',
      'effect_cli_esb',
      'effect_cli_esb_cc',
      'effect_core',
      'effect_deep',
      'effect_schema',
      'effect_core_esb',
      'core',
      'core_esb',
      'core_esb_cc',
      'core_snap',
      'fxp',
      'jose',
      'undici',
      'oidc',
      'effect_http_import',
      'node_server',
      'effect_server',
      'effect_server_esb',
      'effect_server_esb_cc',
      'all',
      'all_cc',
      'all_esb',
      'all_esb_cc',
      'all_rd',
      'xmllint'
    ]
    const list = ids.map((e) => ({ id: e, file: E, export: e, baseline: e === 'node_e0' }))
    const slot = await import('../project/e-startup.mjs')
    for (const k of ['projectCli', 'projectServer']) if (slot[k]) list.push({ id: k, file: S, export: k })
    return list
  },
  modes: (o) => [
    { name: 'wall', kind: 'burst', rounds: o.rounds ?? (o.quick ? 5 : 25) },
    { name: 'usage', kind: 'burst', usage: true, rounds: o.quick ? 2 : 7 }
  ],
  report(r) {
    return table(
      ['program', 'median ms', 'ms above node -e 0', 'ratio', 'CPU ms', 'peak RSS MB'],
      r.summary.wall.map((x, i) => [
        x.name,
        fmt(x.med.ms),
        fmt(x.added.ms),
        x.ratio.ms.median.toFixed(2) + 'x',
        fmt(r.summary.usage[i].med.cpuMs),
        fmt(r.summary.usage[i].med.rssMb)
      ])
    )
  }
}
