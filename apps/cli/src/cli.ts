/** The command line: its commands, each loaded when it is asked for. */
import * as Effect from 'effect/Effect'
import { Command } from 'effect/cli'
import { version } from './version.ts'

/** By name. Loading all of them takes several times as long as loading one. */
const commands = {
  run: async () => (await import('./commands/run.ts')).run,
  check: async () => (await import('./commands/check.ts')).check,
  show: async () => (await import('./commands/show.ts')).show,
  graph: async () => (await import('./commands/graph.ts')).graph,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  build: async () => (await import('./commands/build.ts')).build,
  eval: async () => (await import('./commands/eval.ts')).evalCommand,
  faults: async () => (await import('./commands/faults.ts')).faults,
  stub: async () => (await import('./commands/stub.ts')).stub
}

const isCommand = (name: string | undefined): name is keyof typeof commands =>
  name !== undefined && Object.hasOwn(commands, name)

const loadAll = async () => [
  await commands.run(),
  await commands.check(),
  await commands.show(),
  await commands.graph(),
  await commands.explain(),
  await commands.build(),
  await commands.eval(),
  await commands.faults(),
  await commands.stub()
]

const root = Command.make('trustframe').pipe(
  Command.withDescription('Run, check and test Azure AD B2C custom policies')
)

/** `eval` explains a method where it is asked for help with one. */
const prepare = async (args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> =>
  args[0] === 'eval' ? (await import('./eval/contractArguments.ts')).contractArguments(args) : args

/** Parses arguments and runs the command that they name. Help, completions and slips of the pen are about all commands. */
export const main = Effect.fnUntraced(function* (args: ReadonlyArray<string>) {
  const [name] = args
  const subcommands = yield* Effect.promise(async () => (isCommand(name) ? [await commands[name]()] : loadAll()))
  return yield* Command.runWith(root.pipe(Command.withSubcommands(subcommands)), { version })(
    yield* Effect.promise(() => prepare(args))
  )
})
