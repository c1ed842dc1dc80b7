/** What came of a request to a port: plain data that can be recorded. */
import type { AccessChallenge } from '../ports/ConditionalAccess.ts'
import type { CustomAnswer } from '../ports/CustomProviders.ts'
import type { DirectoryAnswer, PasswordAnswer } from '../ports/Directory.ts'
import type { AuthorizationAnswer, RedemptionAnswer } from '../ports/IdentityProviders.ts'
import type { CodeVerdict } from '../ports/OneTimePasswords.ts'
import type { Delivery } from '../ports/Outbox.ts'
import type { TokenVerdict } from '../ports/TokenVerifier.ts'
import type { TotpBegun, TotpVerdict } from '../ports/TotpDevices.ts'

export type Answer =
  | DirectoryAnswer
  | PasswordAnswer
  /** A code for the policy to send; as text, since it becomes a claim. */
  | { readonly _tag: 'CodeMade'; readonly code: string }
  | { readonly _tag: 'TooManyCodes' }
  | Delivery
  | CodeVerdict
  | { readonly _tag: 'DevicesCounted'; readonly count: number }
  | TotpBegun
  | TotpVerdict
  | { readonly _tag: 'AccessEvaluated'; readonly challenges: ReadonlyArray<AccessChallenge> }
  | { readonly _tag: 'Noted' }
  | AuthorizationAnswer
  | RedemptionAnswer
  | TokenVerdict
  | CustomAnswer
  /** The runtime has no such port. */
  | { readonly _tag: 'PortMissing'; readonly port: string }
