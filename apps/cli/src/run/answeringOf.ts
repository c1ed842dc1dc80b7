/** Chooses who answers the pages of a journey. */
import { Inbox } from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import type { Style } from '../output/style.ts'
import type { Answering } from './Answering.ts'
import { askedAnswers } from './askedAnswers.ts'
import { scriptedAnswers } from './scriptedAnswers.ts'

const nobody: Answering = { next: () => Effect.undefined, refuse: () => Effect.void, close: Effect.void }

/** Messages that were sent since it was last asked. */
const newMessages = Effect.map(Inbox, ({ messages }) => {
  let seen = 0
  return Effect.map(messages, (all) => {
    const unseen = all.slice(seen)
    seen = all.length
    return unseen
  })
})

/** The file, if there is one; else the person at the terminal, if there is one and the output is for people; else nobody. */
export const answeringOf = Effect.fnUntraced(function* (file: string | undefined, forPeople: boolean, style: Style) {
  if (file !== undefined) return yield* scriptedAnswers(file)
  const asks = forPeople && process.stdin.isTTY && process.stdout.isTTY
  return asks ? yield* askedAnswers(yield* newMessages, style) : nobody
})
