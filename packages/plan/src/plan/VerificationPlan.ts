/** Profiles that prove something by a code: one-time passwords, phone, text message, authenticator app, e-mail. */
import type { ClaimSlot } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { ClaimsOf } from './ClaimsOf.ts'
import type { Origin } from './Origin.ts'
import type { PagePlan } from './PagePlan.ts'

/** `OneTimePasswordProtocolProvider`. Times in seconds. Source: one-time-password-technical-profile. */
export interface OneTimePasswordPlan extends ClaimsOf {
  readonly _tag: 'OneTimePassword'
  readonly id: string
  readonly origin: Origin
  readonly operation: 'GenerateCode' | 'VerifyCode'
  readonly codeExpirationInSeconds: number
  readonly codeLength: number
  readonly characterSet: string
  readonly retryAttempts: number
  readonly generationAttempts: number
  readonly reuseSameCode: boolean
}

/** `PhoneFactorProtocolProvider`: a page of its own. Source: phone-factor-technical-profile. */
export interface PhoneFactorPlan {
  readonly _tag: 'PhoneFactor'
  readonly id: string
  readonly origin: Origin
  readonly page: PagePlan | undefined
  readonly manualEntryAllowed: boolean
  readonly mode: 'sms' | 'phone' | 'mixed'
  readonly autodial: boolean
  readonly inputClaims: ReadonlyArray<ClaimBinding>
  /** The input claims that hold numbers to choose from. */
  readonly phoneClaims: ReadonlyArray<ClaimSlot>
  readonly outputClaims: ReadonlyArray<ClaimBinding>
}

/** `AzureMfaProtocolProvider`. Source: multi-factor-auth-technical-profile. */
export interface AzureMfaPlan extends ClaimsOf {
  readonly _tag: 'AzureMfa'
  readonly id: string
  readonly origin: Origin
  readonly operation: 'OneWaySMS' | 'Verify' | 'GetAvailableDevices' | 'BeginVerifyOTP' | 'VerifyOTP'
}

/** `AadSsprProtocolProvider`: codes by e-mail. Source: aad-sspr-technical-profile. */
export interface AadSsprPlan extends ClaimsOf {
  readonly _tag: 'AadSspr'
  readonly id: string
  readonly origin: Origin
  readonly operation: 'SendCode' | 'VerifyCode'
}
