// Schema validation of the policies. The schema is made portable first (see lib/corpus.mjs).
import { spawnSync } from 'node:child_process'
import { portableXsd, portableXsdFile } from '../../lib/corpus.mjs'

let xsdFile
export const xmllint_schema = {
  name: 'xmllint --schema (process start and schema compilation included)',
  async setup() {
    xsdFile = portableXsdFile()
  },
  async run(input) {
    const r = spawnSync('xmllint', ['--noout', '--schema', xsdFile, ...input.docs.map((d) => d.path)], {
      encoding: 'utf8',
      maxBuffer: 1 << 28
    })
    return (r.stderr.match(/ (validates|fails to validate)$/gm) ?? []).length
  }
}
export const xmllint_plain = {
  name: 'xmllint --noout (no schema, for scale)',
  noCheck: true,
  async run(input) {
    return spawnSync('xmllint', ['--noout', ...input.docs.map((d) => d.path)], { stdio: 'ignore' }).status === 0
  }
}
export const wasm_cli = {
  name: 'xmllint-wasm validateXML (starts a worker per call)',
  async setup() {
    this.lib = await import('xmllint-wasm')
    this.xsd = portableXsd()
  },
  async run(input) {
    let n = 0
    const r = await this.lib.validateXML({
      xml: input.docs.map((d, i) => ({ fileName: `p${i}.xml`, contents: d.text })),
      schema: [{ fileName: 'policy.xsd', contents: this.xsd }],
      initialMemoryPages: 2048,
      maxMemoryPages: 16384
    })
    n = input.docs.length
    return r ? n : 0
  }
}
const wasmValidator = (name, warm) => ({
  name,
  sync: true,
  async setup() {
    this.lib = await import('libxml2-wasm')
    this.xsd = portableXsd()
    if (warm) this.validator = this.lib.XsdValidator.fromDoc(this.lib.XmlDocument.fromString(this.xsd))
  },
  run(input) {
    const { XmlDocument, XsdValidator } = this.lib
    const x = warm ? undefined : XmlDocument.fromString(this.xsd)
    const v = this.validator ?? XsdValidator.fromDoc(x)
    let n = 0
    for (const d of input.docs) {
      const doc = XmlDocument.fromBuffer(d.bytes)
      try {
        v.validate(doc)
      } catch {
        /* the finding is the product, not the outcome */
      }
      doc.dispose()
      n++
    }
    if (!warm) {
      v.dispose()
      x.dispose()
    }
    return n
  }
})
export const wasm_warm = wasmValidator('libxml2-wasm XsdValidator, schema compiled once', true)
export const wasm_cold = wasmValidator('libxml2-wasm XsdValidator, schema compiled every time', false)
