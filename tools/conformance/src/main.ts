/** Runs what others say of B2C against Trustframe: `npm run conformance -- <subcommand>`. */
import { corpus } from './corpus.ts'
import { journeys } from './journeys.ts'
import { UsageError } from './UsageError.ts'
import { vectors } from './vectors.ts'

/** A subcommand: gives the exit code, 0 when nothing failed. */
type Subcommand = (args: ReadonlyArray<string>) => number | Promise<number>

const subcommands: Readonly<Record<string, { readonly run: Subcommand; readonly usage: string }>> = {
  corpus: { run: corpus, usage: 'corpus DIR [--format text|json]' },
  journeys: { run: journeys, usage: 'journeys DIR [--format text|json] [--only PART-OF-PATH]' },
  vectors: { run: vectors, usage: 'vectors [DIR] [--format text|json]' }
}

const usage = [
  'usage:',
  ...Object.values(subcommands).map((subcommand) => `  npm run conformance -- ${subcommand.usage}`)
].join('\n')

const main = async ([name = '', ...args]: ReadonlyArray<string>): Promise<number> => {
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
  if (subcommand === undefined) {
    console.error(name === '' ? usage : `conformance: there is no subcommand "${name}"\n${usage}`)
    return 2
  }
  try {
    return await subcommand.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`conformance: ${error.message}`)
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
