/** The port that seals a journey's state before it leaves the process. */
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'

/** Encrypts and authenticates texts. */
export class StateCipher extends Context.Service<
  StateCipher,
  {
    /** `about` is authenticated with the text: what was sealed for one journey does not open for another. */
    readonly seal: (text: string, about: string) => Effect.Effect<string>
    /** `undefined` for what was not sealed by one of the keys, or about something else. */
    readonly open: (sealed: string, about: string) => Effect.Effect<string | undefined>
  }
>()('trustframe/StateCipher') {}
