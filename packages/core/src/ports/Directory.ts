/** The port to the tenant's directory: the accounts that directory and sign-in profiles read and write. */
import type { Json } from '@trustframe/claims'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'

/**
 * Which account is meant: the attribute that identifies it, by the name that policies use, and its value.
 *
 * Names, compared ignoring case: `objectId`, `userPrincipalName`, `signInNames` (any sign-in name),
 * `signInNames.emailAddress`, `signInNames.userName`, `signInNames.phoneNumber`, `signInNames.<own>`,
 * `alternativeSecurityId` (one external identity, as the JSON text of `{type, identityProvider, key}`), `userIdentities`
 * (likewise `{issuer, issuerUserId}`), `strongAuthenticationEmailAddress`. Each is unique in the tenant; texts match
 * ignoring case. Source: active-directory-technical-profile (key claims).
 */
export interface AccountKey {
  readonly attribute: string
  readonly value: Json
}

/**
 * Attributes by the names that policies use (the `PartnerClaimType`, else the claim's id): `displayName`,
 * `signInNames.emailAddress`, `otherMails`, `extension_loyaltyNumber`, … in the JSON form of the claim. A password is
 * never among them.
 */
export type Attributes = Readonly<Record<string, Json>>

/** What a directory profile does. Source: active-directory-technical-profile (Operation). */
export type DirectoryRequest =
  | {
      readonly _tag: 'Read'
      readonly key: AccountKey
      /** The attributes that the profile wants; more may be answered. */
      readonly attributes: ReadonlyArray<string>
    }
  | {
      readonly _tag: 'Write'
      readonly key: AccountKey
      /** Set to these values; `null` and an empty text clear an attribute. */
      readonly attributes: Attributes
      /** Partner claim `password`. Its rules follow from `passwordPolicies` among the attributes and in the account. */
      readonly password: Redacted.Redacted | undefined
      /** `false` with `RaiseErrorIfClaimsPrincipalDoesNotExist`: an account that is not there is not made. */
      readonly mayCreate: boolean
      /** `false` with `RaiseErrorIfClaimsPrincipalAlreadyExists`: an account that is there is not changed. */
      readonly mayUpdate: boolean
    }
  | { readonly _tag: 'DeleteClaims'; readonly key: AccountKey; readonly attributes: ReadonlyArray<string> }
  | { readonly _tag: 'DeleteClaimsPrincipal'; readonly key: AccountKey }

/** Why a value cannot be written. */
export type RefusedAttribute =
  /** The password breaks the tenant's rules, or those that `passwordPolicies` leaves. */
  | 'PasswordTooWeak'
  /** The new password is the current one. */
  | 'PasswordUsedBefore'
  /** A user principal name outside the tenant's domains, a display name that is missing or empty, a text too long, … */
  | 'InvalidValue'

/** What came of a `DirectoryRequest`. Everything a policy can answer to is a value; a defect is a bug of the adapter. */
export type DirectoryAnswer =
  | { readonly _tag: 'AccountRead'; readonly attributes: Attributes }
  /** `attributes` are those of the account after the write, with `objectId`. */
  | { readonly _tag: 'AccountWritten'; readonly attributes: Attributes; readonly created: boolean }
  | { readonly _tag: 'AccountChanged' }
  | { readonly _tag: 'AccountNotFound' }
  /** The account is there and `mayUpdate` is false, or another account has a unique attribute's value: `attribute`. */
  | { readonly _tag: 'AccountExists'; readonly attribute: string }
  | {
      readonly _tag: 'AttributeRefused'
      readonly attribute: string
      readonly reason: RefusedAttribute
      /** One sentence for the developer, without the value. */
      readonly detail: string
    }
  | { readonly _tag: 'DirectoryThrottled' }
  | { readonly _tag: 'DirectoryUnavailable'; readonly detail: string }

/** A local sign-in: what the token endpoint of the directory answers to a password grant. */
export interface PasswordCheck {
  /** A sign-in name of any kind, or a user principal name; matched ignoring case. */
  readonly username: string
  readonly password: Redacted.Redacted
}

/** What came of a `PasswordCheck`. Source: technical-profiles section 4.1 (error items of `login-NonInteractive`). */
export type PasswordAnswer =
  /** The account's attributes, with `objectId`, `userPrincipalName`, `displayName`, `givenName`, `surname`, … */
  | { readonly _tag: 'PasswordRight'; readonly attributes: Attributes }
  | { readonly _tag: 'AccountNotFound' }
  | { readonly _tag: 'PasswordWrong' }
  /** Wrong, and the one that was used before the current one. */
  | { readonly _tag: 'PasswordOld' }
  | { readonly _tag: 'PasswordExpired' }
  | { readonly _tag: 'AccountDisabled' }
  /** Too many wrong passwords: nothing is checked until the lockout ends. */
  | { readonly _tag: 'AccountLocked' }
  | { readonly _tag: 'DirectoryThrottled' }
  | { readonly _tag: 'DirectoryUnavailable'; readonly detail: string }

/**
 * The accounts of a tenant, with the semantics of `AzureActiveDirectoryProvider`. Time and chance (object ids, lockout,
 * `refreshTokensValidFromDateTime`) are the adapter's, from Effect's `Clock` and the `Entropy` of this package.
 *
 * Source: active-directory-technical-profile.
 */
export class Directory extends Context.Service<
  Directory,
  {
    readonly perform: (request: DirectoryRequest) => Effect.Effect<DirectoryAnswer>
    /** Checks a password, and counts the failure when it is wrong. */
    readonly authenticate: (check: PasswordCheck) => Effect.Effect<PasswordAnswer>
  }
>()('trustframe/Directory') {}
