/** Runs the command line on Node and turns failures into exit codes: 1 for findings, 2 for what cannot be run. */
import * as NodeRuntime from '@effect/platform-node/NodeRuntime'
import * as NodeServices from '@effect/platform-node/NodeServices'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Runtime from 'effect/Runtime'
import { CliError } from 'effect/cli'
import { main } from './cli.ts'

const end = (status: number) =>
  Effect.sync(() => {
    process.exitCode = status
  })

/** A command that is ended by an interruption sets the exit code 0 beforehand; for every other one that is 130. */
const teardown: Runtime.Teardown = (exit, onExit) =>
  Runtime.defaultTeardown(exit, (code) => onExit(code === 130 && process.exitCode === 0 ? 0 : code))

/** Runs the command that the arguments name; the process's exit status tells how it went. */
export const start = (args: ReadonlyArray<string>): void =>
  main(args).pipe(
    Effect.catch((error) => {
      // Usage was explained already, by the command line itself.
      if (CliError.isCliError(error)) return end(error._tag === 'ShowHelp' && error.errors.length === 0 ? 0 : 2)
      return error._tag === 'Found' ? end(1) : Effect.andThen(Console.error(error.text), end(2))
    }),
    Effect.provide(NodeServices.layer),
    NodeRuntime.runMain({ teardown })
  )
