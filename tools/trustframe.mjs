#!/usr/bin/env node
// Starts the `trustframe` command of this repository from its sources, on the Node of the workspace.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const pinned = join(root, 'node_modules', '.bin', 'node')
const node = existsSync(pinned) ? pinned : process.execPath
const entry = join(root, 'apps', 'cli', 'src', 'main.ts')
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compile')
}
const child = spawn(node, ['--conditions=@trustframe/source', entry, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (status, signal) => {
  process.exitCode = signal === null ? (status ?? 1) : 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 1)
})
