// libxml2 in three shapes: WebAssembly in the process, native add-on, command line.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const all = (parse) =>
  function (input) {
    let n = 0
    for (const d of input.docs) if (parse(d)) n++
    return n
  }

let wasm
export const libxml2_wasm = {
  name: 'libxml2-wasm (string in, tree in WASM memory)',
  sync: true,
  async setup() {
    wasm = await import('libxml2-wasm')
  },
  parse(d) {
    return wasm.XmlDocument.fromBuffer(d.bytes)
  },
  run(input) {
    let n = 0
    for (const d of input.docs) {
      const x = wasm.XmlDocument.fromBuffer(d.bytes)
      n++
      x.dispose()
    }
    return n
  }
}

// xmllint --repeat parses every file 100 times inside one process and prints the time itself.
export const xmllint = {
  name: 'xmllint --noout --repeat (C, parse only, tree built and freed)',
  async setup() {
    if (spawnSync('xmllint', ['--version']).error) throw new Error('xmllint is not installed')
  },
  noCheck: true,
  async run(input) {
    return { selfTimedMs: xmllintMs(input.docs.map((d) => d.path)) }
  }
}
const xmllintMs = (files) => {
  const t = performance.now()
  spawnSync('xmllint', ['--noout', '--repeat', ...files], { stdio: 'ignore' })
  const many = performance.now() - t
  const u = performance.now()
  spawnSync('xmllint', ['--noout', ...files], { stdio: 'ignore' })
  const one = performance.now() - u
  return (many - one) / 99
}

export const xmllint_spawn = {
  name: 'xmllint --noout (one process for all files, start included)',
  noCheck: true,
  async run(input) {
    const r = spawnSync('xmllint', ['--noout', ...input.docs.map((d) => d.path)], { stdio: 'ignore' })
    if (r.error) throw r.error
    return { status: r.status }
  }
}

// Optional: a folder with libxml2 bindings built for the Node of this process.
export const libxmljs2 = {
  name: `libxmljs2 (native, Node ${process.versions.node.split('.')[0]})`,
  sync: true,
  async setup() {
    this.lib = createRequire(process.env.TF_LIBXMLJS2 + '/index.js')('libxmljs2')
  },
  parse(d) {
    return this.lib.parseXml(d.text).root()
  },
  run(input) {
    let n = 0
    for (const d of input.docs) if (this.lib.parseXml(d.text).root()) n++
    return n
  }
}
