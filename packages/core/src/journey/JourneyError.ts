/** Why a journey ended without a token. */
import type { Origin } from '@trustframe/plan/plan'
import type { ExchangeFailureTag } from '../exchange/ExchangeFailure.ts'
import type { UserMessage } from '../exchange/findMessage.ts'

export type JourneyErrorTag =
  | ExchangeFailureTag
  | 'AccountExists'
  | 'AccountNotFound'
  | 'Cancelled'
  | 'ClaimsTransformationFailed'
  | 'CodeRefused'
  | 'CustomRefused'
  | 'DirectoryRefused'
  | 'GrantRefused'
  | 'IdentityProviderFailed'
  | 'InteractionRequired'
  | 'NoClaimsExchangeSelected'
  | 'NoClaimsProvider'
  | 'NotSupported'
  | 'OAuth2Error'
  | 'PasswordForgotten'
  | 'PasswordRefused'
  | 'PhoneMissing'
  | 'PortMissing'
  | 'ProfileIncomplete'
  | 'RetriesExceeded'
  | 'StateExpired'
  | 'TokenRefused'

/** What the relying party receives. Source: the OAuth 2 error response, RFC 6749 section 4.1.2.1; OpenID Connect 3.1.2.6. */
export interface RelyingPartyError {
  readonly error: 'server_error' | 'access_denied' | 'interaction_required' | 'invalid_grant'
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
