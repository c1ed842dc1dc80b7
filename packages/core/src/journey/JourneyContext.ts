/** What a journey knows of the request that started it. */
import type { Json } from '@trustframe/claims'

/** A grant that is refreshed: what the refresh token holds. */
export interface RefreshedGrant {
  /** By the id of their claim types: what the journey that first issued the token knew. */
  readonly claims: Readonly<Record<string, Json>>
  /** Milliseconds since 1970. */
  readonly issuedAtMillis: number
}

/** Plain data; it does not change while the journey runs. */
export interface JourneyContext {
  /** In every error that leaves the journey. */
  readonly correlationId: string
  /** A language tag, such as `en-US`. */
  readonly language: string
  /** The parameters of the authorization request, by name. */
  readonly parameters: Readonly<Record<string, string>>
  readonly hostName: string
  readonly ipAddress: string
  /** Names the journey to the outside: codes belong to it, and identity providers send it back; else the correlation id. */
  readonly transactionId?: string | undefined
  /** How long a journey may wait for a person from its start on, in milliseconds; a day unless it says otherwise. */
  readonly timeLimitMillis?: number | undefined
  /** Present when the journey refreshes a grant instead of asking a person. */
  readonly grant?: RefreshedGrant | undefined
}

/** What one-time codes and callbacks of identity providers are bound to. */
export const transactionOf = ({ correlationId, transactionId }: JourneyContext): string =>
  transactionId ?? correlationId
