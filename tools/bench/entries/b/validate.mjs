/** Validation against the published schema, which is made portable first (`lib/corpus.mjs`). */
import { spawnSync } from 'node:child_process'
import { portableXsd, portableXsdFile } from '../../lib/corpus.mjs'

const lint = (args, { docs }) => {
  const result = spawnSync('xmllint', ['--noout', ...args, ...docs.map(({ path }) => path)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28
  })
  if (result.error !== undefined) throw result.error
  return result
}

const schema = { file: undefined }

export const xmllint_schema = {
  name: 'xmllint --schema (process start and schema compilation included)',
  setup() {
    schema.file = portableXsdFile()
  },
  run: async (input) =>
    (lint(['--schema', schema.file], input).stderr.match(/ (validates|fails to validate)$/gm) ?? []).length
}

export const xmllint_plain = {
  name: 'xmllint --noout (no schema, for scale)',
  noCheck: true,
  run: async (input) => lint([], input).status === 0
}

export const wasm_cli = {
  name: 'xmllint-wasm validateXML (starts a worker for every call)',
  async setup() {
    this.library = await import('xmllint-wasm')
    this.xsd = portableXsd()
  },
  async run({ docs }) {
    const answer = await this.library.validateXML({
      xml: docs.map(({ text }, index) => ({ fileName: `p${index}.xml`, contents: text })),
      schema: [{ fileName: 'policy.xsd', contents: this.xsd }],
      initialMemoryPages: 2048,
      maxMemoryPages: 16384
    })
    return answer === undefined ? 0 : docs.length
  }
}

const validate = ({ XmlDocument }, validator, { docs }) => {
  let count = 0
  for (const { bytes } of docs) {
    const document = XmlDocument.fromBuffer(bytes)
    try {
      validator.validate(document)
    } catch {
      // What is found is not the question here, only how long it takes.
    }
    document.dispose()
    count++
  }
  return count
}

export const wasm_warm = {
  name: 'libxml2-wasm XsdValidator, schema compiled once',
  sync: true,
  async setup() {
    this.library = await import('libxml2-wasm')
    const { XmlDocument, XsdValidator } = this.library
    this.validator = XsdValidator.fromDoc(XmlDocument.fromString(portableXsd()))
  },
  run(input) {
    return validate(this.library, this.validator, input)
  }
}

export const wasm_cold = {
  name: 'libxml2-wasm XsdValidator, schema compiled every time',
  sync: true,
  async setup() {
    this.library = await import('libxml2-wasm')
    this.xsd = portableXsd()
  },
  run(input) {
    const { XmlDocument, XsdValidator } = this.library
    const document = XmlDocument.fromString(this.xsd)
    const validator = XsdValidator.fromDoc(document)
    const count = validate(this.library, validator, input)
    validator.dispose()
    document.dispose()
    return count
  }
}
