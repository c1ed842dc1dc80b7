/** Why a journey ended without a token. */
import type { Origin } from '@trustframe/plan/plan'
import type { ExchangeFailureTag } from '../exchange/ExchangeFailure.ts'
import type { UserMessage } from '../exchange/userMessage.ts'

export type JourneyErrorTag =
  | ExchangeFailureTag
  | 'ClaimsTransformationFailed'
  | 'NoClaimsExchangeSelected'
  | 'NotSupported'

/** What the relying party receives. Source: the OAuth 2 error response, RFC 6749 section 4.1.2.1. */
export interface RelyingPartyError {
  readonly error: 'server_error' | 'access_denied'
  /** With correlation id and timestamp, each ended by CRLF. */
  readonly error_description: string
}

/** The error of a journey, as data. */
export interface JourneyError {
  readonly tag: JourneyErrorTag
  /** `AADB2C90075`; `AADB2C` where B2C gives no number. */
  readonly code: string
  /** What happened, in a sentence for the developer. */
  readonly description: string
  /** What the user reads, or would read on a page. */
  readonly userMessage: UserMessage | undefined
  readonly technicalProfile: string | undefined
  readonly step: number
  /** How often the service was called; 0 when no request was made. */
  readonly attempts: number
  /** The part of the policy that failed. */
  readonly origin: Origin
  readonly relyingParty: RelyingPartyError
}
