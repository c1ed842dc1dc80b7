#!/usr/bin/env node
// node bench.mjs <suite>[,<suite>...] | all   [--quick] [--only id,id] [--rounds N] [--patience SECONDS] [--out DIR]
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { canPin, runSuite } from './lib/orchestrate.mjs'

const argv = process.argv.slice(2)
const flag = (n) => argv.includes(`--${n}`)
const value = (n, d) => {
  const i = argv.indexOf(`--${n}`)
  return i >= 0 ? argv[i + 1] : d
}
const all = [
  'a-outbound',
  'a-guard',
  'b-parse',
  'b-validate',
  'c-sign',
  'c-http',
  'c-signin',
  'd-transforms',
  'e-startup'
]
const wanted =
  !argv[0] || argv[0] === 'all'
    ? all
    : argv[0].split(',').flatMap((w) => all.filter((s) => s === w || s.startsWith(w + '-')))
const opts = {
  quick: flag('quick'),
  rounds: value('rounds') ? Number(value('rounds')) : undefined,
  only: value('only')?.split(','),
  seed: Number(value('seed', 20261122)),
  patience: Number(value('patience', flag('quick') ? 0 : 300))
}
const out = value('out', 'out')
mkdirSync(out, { recursive: true })

for (const id of wanted) {
  const url = new URL(`./suites/${id}.mjs`, import.meta.url)
  const suite = (await import(url.href)).default
  console.log(`\n## ${suite.title}\n`)
  const r = await runSuite(suite, fileURLToPath(url), opts)
  r.node = process.version
  r.machine = { cores: cpus().length, memGb: Math.round(totalmem() / 2 ** 30), pinned: canPin }
  writeFileSync(`${out}/${id}.json`, JSON.stringify(r))
  console.log(suite.report(r))
}
process.exit(0)
