/** A single sign-on session, as plain JSON data. */
import type { Json } from '@trustframe/claims'

/** What one session profile remembers. */
export interface SessionEntry {
  /** Ids of the technical profiles that took part, in lower case. */
  readonly profiles: ReadonlyArray<string>
  /** Persisted claims by the id of their claim type, in their JSON form. */
  readonly claims: Readonly<Record<string, Json>>
  /** When it was last written; milliseconds since 1970. */
  readonly at: number
  /** The claims exchange by which the user signed in at an external identity provider. */
  readonly exchange?: string
}

/** A session. Times are milliseconds since 1970. */
export interface SessionRecord {
  readonly version: 1
  /** When the user first signed in. */
  readonly startedAt: number
  /** When credentials were last entered: `auth_time` of tokens. */
  readonly authenticatedAt: number
  /** When it ends, unless it is used before (`Rolling`). */
  readonly expiresAt: number
  /** The user asked to be kept signed in. */
  readonly keepMeSignedIn: boolean
  /** By the id of the session profile, in lower case. */
  readonly entries: Readonly<Record<string, SessionEntry>>
  /** Clients that tokens were issued to, for sign-out. */
  readonly clients: ReadonlyArray<string>
}
