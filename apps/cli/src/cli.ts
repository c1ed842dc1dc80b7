/** The command line: its commands, and what becomes of their failures. */
import { Command } from 'effect/cli'
import { run } from './commands/run.ts'
import { version } from './version.ts'

export const trustframe = Command.make('trustframe').pipe(
  Command.withDescription('Run, check and test Azure AD B2C custom policies'),
  Command.withSubcommands([run])
)

/** Parses arguments and runs the command that they name. */
export const main = Command.runWith(trustframe, { version })
