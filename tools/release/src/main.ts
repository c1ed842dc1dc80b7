/** Packs every published package and uses the tarballs as a stranger would: publint, types, an empty folder, the command. */
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const work = mkdtempSync(join(tmpdir(), 'trustframe-release-'))
const tarballs = join(work, 'tarballs')
const consumer = join(work, 'consumer')

const run = (cwd: string, command: string, ...args: ReadonlyArray<string>): string => {
  // What is printed is read: a runner that colours its own output is not to colour this.
  const env = { ...process.env, FORCE_COLOR: '0' }
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8', env })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

/** The entry points of all published packages, as a consumer writes them. */
const entryPoints = (): ReadonlyArray<string> =>
  globSync('packages/*/package.json', { cwd: root }).flatMap((file) => {
    const { exports, name }: { exports: Record<string, unknown>; name: string } = JSON.parse(
      readFileSync(join(root, file), 'utf8')
    )
    return Object.keys(exports)
      .filter((entry) => !entry.endsWith('.json'))
      .map((entry) => name + entry.slice(1))
  })

/** The types of Node that the workspace is built with. */
const nodeTypes = (): string => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'node_modules', '@types', 'node', 'package.json'), 'utf8')
  )
  return version
}

const check = () => {
  mkdirSync(tarballs)
  mkdirSync(consumer)
  run(root, 'pnpm', '-r', '--filter', './packages/*', '--filter', './apps/cli', 'pack', '--pack-destination', tarballs)
  const packed = readdirSync(tarballs).map((name) => join(tarballs, name))

  for (const tarball of packed) {
    run(root, 'publint', 'run', tarball, '--strict')
    if (!/\/trustframe-\d/.test(tarball)) run(root, 'attw', tarball, '--profile', 'esm-only', '--quiet')
  }

  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  run(
    consumer,
    'npm',
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `@types/node@${nodeTypes()}`,
    ...packed
  )

  const entries = entryPoints()
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}'`)
  const uses = entries.map((_, index) => `entry${index}`).join(', ')
  writeFileSync(join(consumer, 'consumer.ts'), `${imports.join('\n')}\nconsole.log([${uses}].length)\n`)
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'NodeNext',
        target: 'ES2024',
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        types: []
      },
      files: ['consumer.ts']
    })
  )
  run(consumer, join(root, 'node_modules', '.bin', 'tsc'), '-p', 'tsconfig.json')
  const loaded = run(consumer, 'node', 'consumer.ts').trim()
  if (loaded !== String(entries.length)) throw new Error(`expected ${entries.length} entry points and got ${loaded}`)

  const version = run(consumer, join(consumer, 'node_modules', '.bin', 'trustframe'), '--version').trim()
  const help = run(consumer, join(consumer, 'node_modules', '.bin', 'trustframe'), '--help')
  if (!help.includes('run')) throw new Error(`the installed command does not explain itself:\n${help}`)
  console.log(`release: ${packed.length} tarballs, ${entries.length} entry points, ${version}: all well`)
}

try {
  check()
} finally {
  rmSync(work, { recursive: true, force: true })
}
