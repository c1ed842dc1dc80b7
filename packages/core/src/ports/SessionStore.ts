/** The port to single sign-on sessions, which outlive the journeys that made them. */
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type { SessionRecord } from '../journey/session/SessionRecord.ts'

/**
 * Keeps sessions until they expire. A key names one browser's session in one scope (see `sessionKey`); the record is plain
 * JSON data.
 */
export class SessionStore extends Context.Service<
  SessionStore,
  {
    /** The session, unless it has expired or ended. */
    readonly load: (key: string) => Effect.Effect<SessionRecord | undefined>
    readonly save: (key: string, record: SessionRecord, expiresAtMillis: number) => Effect.Effect<void>
    readonly remove: (key: string) => Effect.Effect<void>
  }
>()('trustframe/SessionStore') {}
