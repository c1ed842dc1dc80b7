/** The command line of the benchmarks. */
import { parseArgs } from 'node:util'
import { findSuites, suiteNames } from './suites.mjs'
import { UsageError } from './UsageError.mjs'

export const usage = `usage: npm run bench -- SUITE[,SUITE…] [options]

suites: ${suiteNames.join(', ')}; all; check (do the peers do what the tables say?)

  --format text|json   tables, or one JSON document (default: text)
  --quick              few rounds: a first look, not numbers to quote
  --full               every peer and many rounds: minutes for each suite
  --rounds N           this many rounds
  --only ID,ID         entries whose id contains one of these; the baseline always runs
  --patience SECONDS   how long a suite may wait for calm moments of the machine (default: 20; quick: 0, full: 300)
  --seed N             the order of the entries is drawn from this number
  --out DIR            writes every single measurement to DIR/SUITE.json`

const number = (name, text) => {
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0)
    throw new UsageError(`--${name} needs a number that is not negative, not "${text}"`)
  return value
}

const parse = (args) => {
  const string = { type: 'string' }
  const boolean = { type: 'boolean', default: false }
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        quick: boolean,
        full: boolean,
        rounds: string,
        only: string,
        patience: string,
        seed: { type: 'string', default: '20261122' },
        out: string,
        help: { type: 'boolean', short: 'h', default: false }
      }
    })
  } catch (error) {
    throw new UsageError(error.message)
  }
}

/** What was asked for. Throws `UsageError` for what cannot be understood. */
export const readOptions = (args) => {
  const { positionals, values } = parse(args)
  const { format, full, help, only, out, patience, quick, rounds, seed } = values
  if (!['text', 'json'].includes(format)) throw new UsageError('--format is "text" or "json"')
  if (quick && full) throw new UsageError('--quick and --full exclude each other')
  const effort = quick ? 'quick' : full ? 'full' : 'usual'
  const names = positionals.flatMap((name) => name.split(','))
  return {
    help: help || names.length === 0,
    check: names.length === 1 && names[0] === 'check',
    suites: help || names[0] === 'check' ? [] : findSuites(names),
    format,
    effort,
    rounds: rounds === undefined ? undefined : Math.max(1, number('rounds', rounds)),
    only: only?.split(','),
    patience: patience === undefined ? { quick: 0, usual: 20, full: 300 }[effort] : number('patience', patience),
    seed: number('seed', seed),
    out
  }
}
