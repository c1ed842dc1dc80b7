#!/usr/bin/env node
/** Measures Trustframe beside its peers: `npm run bench -- SUITE`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOptions, usage } from './lib/options.mjs'
import { runSuite } from './lib/orchestrate.mjs'
import { documentOf, textOf } from './lib/report.mjs'
import { suiteFile } from './lib/suites.mjs'
import { UsageError } from './lib/UsageError.mjs'

const isOurs = ({ id }) => id.startsWith('project')

const run = async (id, options) => {
  const file = suiteFile(id)
  const suite = (await import(file)).default
  const { raw, ...found } = await runSuite(suite, file, options)
  if (options.out !== undefined) {
    mkdirSync(options.out, { recursive: true })
    writeFileSync(join(options.out, `${id}.json`), JSON.stringify(raw))
  }
  const document = documentOf(suite, found)
  if (options.format === 'text') console.log(`${textOf(suite, document)}\n`)
  return document
}

const main = async (args) => {
  const options = readOptions(args)
  if (options.help) return console.log(usage)
  if (options.check) {
    const { checkPeers } = await import('./lib/checkPeers.mjs')
    console.log(await checkPeers())
    // Peers leave timers and pools behind.
    return process.exit(0)
  }
  const documents = []
  for (const id of options.suites) {
    try {
      documents.push(await run(id, options))
    } catch (error) {
      // Of several suites, those that can run do.
      if (!(error instanceof UsageError) || options.suites.length === 1) throw error
      console.error(`bench: ${error.message}`)
    }
  }
  if (options.format === 'json') {
    const [only] = documents
    console.log(JSON.stringify(options.suites.length === 1 ? only : { suites: documents }, undefined, 2))
  }
  // Peers may be missing from a machine; that Trustframe's own entries cannot run is a failure.
  if (documents.some(({ skipped }) => skipped.some(isOurs))) process.exitCode = 1
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(`bench: ${error.message}`)
  process.exitCode = 2
}
