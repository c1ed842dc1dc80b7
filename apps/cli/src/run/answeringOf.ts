/** Chooses who answers the pages of a journey. */
import { Inbox } from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import type { Style } from '../output/style.ts'
import type { Answering } from './Answering.ts'
import { askedAnswers } from './askedAnswers.ts'
import { errorLines } from './ask/shownLines.ts'
import { scriptedAnswers } from './scriptedAnswers.ts'

const nobody: Answering = {
  next: () => Effect.undefined,
  refuse: () => Effect.void,
  close: Effect.void,
  missing: 'give --answers FILE, or run this at a terminal'
}

/** Messages that were sent since it was last asked. */
export const newMessages = Effect.map(Inbox, ({ messages }) => {
  let seen = 0
  return Effect.map(messages, (all) => {
    const unseen = all.slice(seen)
    seen = all.length
    return unseen
  })
})

/**
 * The file, if there is one; else the person at the terminal, if there is one and the output is for people; else nobody.
 * `print` prints what a person would read on the way; it is `undefined` when the output is not for people.
 */
export const answeringOf = Effect.fnUntraced(function* (
  file: string | undefined,
  style: Style,
  print: ((line: string) => Effect.Effect<void>) | undefined
) {
  if (file !== undefined) {
    return yield* scriptedAnswers(file, ({ interaction }) =>
      interaction._tag === 'Page' && print !== undefined
        ? Effect.forEach(errorLines(interaction.page, style), print, { discard: true })
        : Effect.void
    )
  }
  const asks = print !== undefined && process.stdin.isTTY && process.stdout.isTTY
  return asks ? yield* askedAnswers(yield* newMessages, style) : nobody
})
