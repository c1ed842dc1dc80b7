/** Answers from a file. */
import type { JourneySuspension } from '@trustframe/core'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import type { Answering } from './Answering.ts'
import { readAnswers } from './readAnswers.ts'

/** The answers of a file, in order. `see` is given what each page looks like before it is answered. */
export const scriptedAnswers = Effect.fnUntraced(function* (
  file: string,
  see: (suspension: JourneySuspension) => Effect.Effect<void>
): Effect.fn.Return<Answering, CannotRun, FileSystem.FileSystem> {
  const answers = yield* readAnswers(file)
  let given = 0
  return {
    next: (suspension) => Effect.as(see(suspension), answers[given++]?.answer),
    refuse: ({ help, message }) =>
      Effect.fail(cannotRun(`${file}:${answers[given - 1]?.line ?? 1}: answer ${given}: ${message}`, help)),
    close: Effect.suspend(() => {
      const left = answers[given]
      const count = answers.length - given
      return left === undefined
        ? Effect.void
        : Console.error(
            `warning: ${file}:${left.line}: the journey ended before ${count === 1 ? 'the last answer' : `the last ${count} answers`}`
          )
    }),
    missing: `${file} has no more answers`
  }
})
