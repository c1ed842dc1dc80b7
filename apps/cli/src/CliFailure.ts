/** The failures of a command: each with its exit code and with what to do. */
import * as Runtime from 'effect/Runtime'
import * as Schema from 'effect/Schema'

/** Usage, configuration or policy: nothing was run. Exit code 2. */
export class CannotRun extends Schema.TaggedError<CannotRun>()('CannotRun', {
  /** Whole lines, ready to be printed; empty when everything was printed already. */
  text: Schema.String
}) {
  override readonly [Runtime.errorExitCode] = 2
  override get message() {
    return this.text
  }
}

/** The thing asked about failed or has findings, and that was printed. Exit code 1. */
export class Found extends Schema.TaggedError<Found>()('Found', {}) {
  override readonly [Runtime.errorExitCode] = 1
  override get message() {
    return 'there are findings'
  }
}

/** `message`, and below it what to do. */
export const cannotRun = (message: string, help?: string): CannotRun =>
  new CannotRun({ text: help === undefined ? `error: ${message}` : `error: ${message}\n  help: ${help}` })
