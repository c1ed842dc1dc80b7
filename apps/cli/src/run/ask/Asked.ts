/** What a question at the terminal is made of. */
import type { PageAnswer } from '@trustframe/testing'
import type * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import type * as Path from 'effect/Path'
import type * as Terminal from 'effect/Terminal'

/** What prompts need. */
export type AskServices = FileSystem.FileSystem | Path.Path | Terminal.Terminal

/** What the person at the terminal says; Ctrl+C is a `QuitError`. */
export type Asked<A> = Effect.Effect<A, Terminal.QuitError, AskServices>

/** What goes into the fields of a page. */
export type Fill = NonNullable<PageAnswer['fill']>
