/** A self-asserted page, ready to be shown and checked. */
import type { ClaimSlot } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { Origin } from './Origin.ts'
import type { PageItemPlan, PagePlan } from './PagePlan.ts'
import type { ValidationPlan } from './ValidationPlan.ts'

/** What the metadata of a self-asserted profile sets. Source: self-asserted-technical-profile (Metadata). */
export interface SelfAssertedSettings {
  /** An emptied field becomes an empty text instead of no claim. */
  readonly generatesNullClaims: boolean
  /** Receives the caller's IP address. */
  readonly ipAddress: ClaimSlot | undefined
  /** Exchange that the sign-up link runs. */
  readonly signUpTarget: string | undefined
  /** The sign-in name is an e-mail address or a user name. */
  readonly operatingMode: 'Email' | 'Username' | undefined
  /** How many submissions may fail; `undefined`: any number. */
  readonly retryLimit: number | undefined
  readonly showCancelButton: boolean
  readonly showContinueButton: boolean
  readonly showSignupLink: boolean
  readonly forgotPasswordLinkLocation: 'AfterLabel' | 'AfterInput' | 'AfterButtons' | 'None'
  /** Exchange that the forgotten-password link runs instead of ending the journey. */
  readonly forgotPasswordTarget: string | undefined
  /** The page offers to keep the user signed in. */
  readonly enableRememberMe: boolean
  readonly inputVerificationDelayMillis: number
  readonly enableCaptchaChallenge: boolean
}

/** A page that asks the user for claims. */
export interface SelfAssertedPlan {
  readonly _tag: 'SelfAsserted'
  readonly id: string
  readonly origin: Origin
  /** The profile's own content definition; a combined step brings another. */
  readonly page: PagePlan | undefined
  readonly inputClaims: ReadonlyArray<ClaimBinding>
  readonly outputClaims: ReadonlyArray<ClaimBinding>
  /** Fields and display controls in the order of the page. */
  readonly items: ReadonlyArray<PageItemPlan>
  readonly validations: ReadonlyArray<ValidationPlan>
  readonly settings: SelfAssertedSettings
}
