/** libxml2 in two shapes: WebAssembly in the process, and the command line. */
import { spawnSync } from 'node:child_process'

const loaded = { library: undefined }

export const libxml2_wasm = {
  name: 'libxml2-wasm (bytes in, tree in WebAssembly memory)',
  sync: true,
  async setup() {
    loaded.library = await import('libxml2-wasm')
  },
  parse: ({ bytes }) => loaded.library.XmlDocument.fromBuffer(bytes),
  run({ docs }) {
    let count = 0
    for (const document of docs) {
      this.parse(document).dispose()
      count++
    }
    return count
  }
}

const pathsOf = ({ docs }) => docs.map(({ path }) => path)

const lint = (...args) => {
  const { error, status } = spawnSync('xmllint', args, { stdio: 'ignore' })
  if (error !== undefined) throw error
  return { status }
}

const lintMs = (...args) => {
  const start = performance.now()
  lint(...args)
  return performance.now() - start
}

export const xmllint = {
  name: 'xmllint --noout --repeat (C, parse only, tree built and freed)',
  outside: true,
  noCheck: true,
  // --repeat parses every file a hundred times in one process; a process that parses once is taken off.
  run: async (input) => {
    const paths = pathsOf(input)
    return { selfTimedMs: (lintMs('--noout', '--repeat', ...paths) - lintMs('--noout', ...paths)) / 99 }
  }
}

export const xmllint_spawn = {
  name: 'xmllint --noout (one process for all files, start included)',
  outside: true,
  noCheck: true,
  run: async (input) => lint('--noout', ...pathsOf(input))
}
