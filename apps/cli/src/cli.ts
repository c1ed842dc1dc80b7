/** The command line: its commands, and what becomes of their failures. */
import { Command } from 'effect/cli'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { evalCommand } from './commands/eval.ts'
import { explainCommand } from './commands/explain.ts'
import { faults } from './commands/faults.ts'
import { graph } from './commands/graph.ts'
import { run } from './commands/run.ts'
import { show } from './commands/show.ts'
import { stub } from './commands/stub.ts'
import { version } from './version.ts'

export const trustframe = Command.make('trustframe').pipe(
  Command.withDescription('Run, check and test Azure AD B2C custom policies'),
  Command.withSubcommands([run, check, show, graph, explainCommand, build, evalCommand, faults, stub])
)

/** Parses arguments and runs the command that they name. */
export const main = Command.runWith(trustframe, { version })
