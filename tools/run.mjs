#!/usr/bin/env node
// Runs a task of the repository on a machine that has only Node 20+ and npm: fetches the pinned pnpm, lets it install
// the workspace and its Node, and then starts the task with both on the PATH. Plain JavaScript, no dependencies.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const toolchain = join(root, 'tools', 'toolchain')
const bins = join(root, 'node_modules', '.bin')
const windows = process.platform === 'win32'
const oldestNode = [22, 19]
const pnpmVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('@')[1]

const env = {
  ...process.env,
  PATH: [bins, join(toolchain, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  // The lockfile is the check; without this, pnpm downloads 80 MB of metadata to look at release dates.
  PNPM_CONFIG_MINIMUM_RELEASE_AGE: '0',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  DO_NOT_TRACK: '1'
}

/** A failure that a person can do something about: printed without a stack. */
class Failure extends Error {
  constructor(message, status = 1) {
    super(message)
    this.status = status
  }
}

const run = (command, args, options = {}) => {
  const result = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: windows, ...options })
  if (result.error) throw new Failure(`cannot start ${command}: ${result.error.message}`)
  if (result.status !== 0) throw new Failure('', result.status ?? 1)
}

const digest = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const stamped = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value

/** Every file that decides what an install contains. */
const manifests = () => {
  const members = ['packages', 'apps', 'tools', 'examples'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`)
      : []
  )
  return ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...members.toSorted()].filter((file) =>
    existsSync(join(root, file))
  )
}

/** The pinned native pnpm of this platform, or nothing where none is pinned. */
const pinnedPnpm = () => {
  if (process.platform !== 'linux') return undefined
  return { x64: '@pnpm/exe.linux-x64', arm64: '@pnpm/exe.linux-arm64' }[process.arch]
}

const nodeIsNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

const fetchPnpm = (name) => {
  const stamp = join(toolchain, 'node_modules', '.stamp')
  const wanted = digest(['tools/toolchain/package-lock.json'])
  if (stamped(stamp, wanted)) return
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], {
    cwd: toolchain
  })
  mkdirSync(join(toolchain, 'node_modules', '.bin'), { recursive: true })
  const link = join(toolchain, 'node_modules', '.bin', 'pnpm')
  rmSync(link, { force: true })
  symlinkSync(join('..', name, 'pnpm'), link)
  writeFileSync(stamp, wanted)
}

/** Installs what the lockfile of a folder says. */
const installLocked = (cwd) => {
  const args = ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn']
  const pinned = pinnedPnpm()
  if (pinned === undefined) return run('npx', ['--yes', `pnpm@${pnpmVersion}`, ...args], { cwd })
  fetchPnpm(pinned)
  run('pnpm', args, { cwd })
}

/** Puts `trustframe` where npx looks for it; the launcher runs the sources on the workspace's Node. */
const linkCommand = () => {
  const launcher = join(root, 'tools', 'trustframe.mjs')
  if (windows) {
    writeFileSync(join(bins, 'trustframe.cmd'), `@node "${launcher}" %*\r\n`)
    return
  }
  const link = join(bins, 'trustframe')
  rmSync(link, { force: true })
  symlinkSync(launcher, link)
}

const install = () => {
  const stamp = join(root, 'node_modules', '.stamp')
  const pinned = pinnedPnpm()
  if (pinned === undefined && !nodeIsNewEnough()) {
    throw new Failure(
      `no Node is pinned for ${process.platform}-${process.arch}, and the one that runs this is ${process.versions.node}.\n` +
        `Install Node ${oldestNode.join('.')} or newer and run the command again.`
    )
  }
  const wanted = digest(manifests())
  if (stamped(stamp, wanted)) return
  console.error('trustframe: installing the workspace (once; a later run starts at once)')
  installLocked(root)
  linkCommand()
  writeFileSync(stamp, wanted)
}

/** What Trustframe is measured beside is an install of its own, so that nothing but the benchmarks waits for it. */
const installPeers = () => {
  const folder = join(root, 'tools', 'bench')
  const stamp = join(folder, 'node_modules', '.stamp')
  const wanted = digest(['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((file) => `tools/bench/${file}`))
  if (stamped(stamp, wanted)) return
  console.error('trustframe: installing what Trustframe is measured beside (once)')
  installLocked(folder)
  writeFileSync(stamp, wanted)
}

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const sleep = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** One setup at a time per clone. A lock whose owner died is taken over. */
const locked = (body) => {
  const lock = join(toolchain, '.lock')
  const owner = join(lock, 'pid')
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : undefined
    // A lock without a pid was made a moment ago, or its owner died in between.
    if (pid === undefined ? waited > 5000 : !alive(pid)) rmSync(lock, { recursive: true, force: true })
    else sleep(200)
  }
  try {
    writeFileSync(owner, String(process.pid))
    body()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Adds up what the test runners of all projects reported, also when nx took a result from its cache. */
const testSummary = () => {
  const totals = { passed: 0, failed: 0, skipped: 0 }
  for (const folder of ['packages', 'apps', 'tools', 'examples']) {
    for (const name of readdirSync(join(root, folder))) {
      const report = join(root, folder, name, '.vitest', 'results.json')
      if (!existsSync(report)) continue
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
      totals.passed += numPassedTests
      totals.failed += numFailedTests
      totals.skipped += numPendingTests + numTodoTests
    }
  }
  return `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`
}

const source = ['--conditions=@trustframe/source']

const tasks = {
  demo: (args) => run('node', [...source, 'examples/client-credentials/src/demo.ts', ...args]),
  test: (args) => {
    const targets = ['format', 'lint', 'boundaries', 'typecheck', 'build', 'bundle', 'test', 'package']
    try {
      run('nx', ['run-many', '--outputStyle=static', '-t', ...targets, ...args])
    } finally {
      console.log(testSummary())
    }
  },
  bench: (args) => {
    locked(installPeers)
    run('node', [...source, 'tools/bench/bench.mjs', ...args])
  },
  conformance: (args) => run('node', [...source, 'tools/conformance/src/main.ts', ...args]),
  partners: (args) => run('node', [...source, 'examples/client-credentials/src/startPartners.ts', ...args]),
  exec: ([command, ...args]) => {
    if (command === undefined)
      throw new Failure('exec needs a command, for example: node tools/run.mjs exec pnpm add …', 2)
    run(command, args)
  },
  setup: () => {}
}

const main = ([name, ...args]) => {
  const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined
  if (task === undefined) throw new Failure(`usage: node tools/run.mjs ${Object.keys(tasks).join('|')} […]`, 2)
  locked(install)
  task(args)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Failure)) throw error
  if (error.message !== '') console.error(`trustframe: ${error.message}`)
  process.exitCode = error.status
}
