/** Runs what others say of B2C against Trustframe: `npm run conformance -- <subcommand>`. */
import { UsageError } from './UsageError.ts'
import { vectors } from './vectors.ts'

/** A subcommand: gives the exit code, 0 when nothing failed. */
type Subcommand = (args: ReadonlyArray<string>) => number

const subcommands: Readonly<Record<string, { readonly run: Subcommand; readonly usage: string }>> = {
  vectors: { run: vectors, usage: 'vectors [DIR] [--format text|json]' }
}

const usage = [
  'usage:',
  ...Object.values(subcommands).map((subcommand) => `  npm run conformance -- ${subcommand.usage}`)
].join('\n')

const main = ([name = '', ...args]: ReadonlyArray<string>): number => {
  const subcommand = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined
  if (subcommand === undefined) {
    console.error(name === '' ? usage : `conformance: there is no subcommand "${name}"\n${usage}`)
    return 2
  }
  try {
    return subcommand.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`conformance: ${error.message}`)
    return 2
  }
}

process.exitCode = main(process.argv.slice(2))
