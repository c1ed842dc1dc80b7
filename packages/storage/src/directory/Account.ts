/** An account of the directory, as plain data. */
import type { Json } from '@trustframe/claims'
import type { Credential } from '../passwords/Credential.ts'

/** A name that its owner signs in with. Its `type` is `emailAddress`, `userName`, `phoneNumber` or one of the policy's own. */
export interface SignInName {
  readonly type: string
  readonly value: string
}

/** A user at an external identity provider; `issuerUserId` is base64 of the provider's id for the user. */
export interface ExternalIdentity {
  readonly issuer: string
  readonly issuerUserId: string
}

/** An attribute as it is kept. */
export interface KeptAttribute {
  /** For whoever reads all of them: custom attributes keep the case that they were first written in. */
  readonly name: string
  readonly value: Json
}

/** An account. Times are milliseconds since 1970. */
export interface Account {
  /** A GUID that never changes. */
  readonly objectId: string
  readonly userPrincipalName: string
  readonly accountEnabled: boolean
  /** At most one of each type. */
  readonly signInNames: ReadonlyArray<SignInName>
  /** At most one of each issuer and id. */
  readonly identities: ReadonlyArray<ExternalIdentity>
  /** All other attributes, by the key that `attributeRule` gives. */
  readonly attributes: ReadonlyMap<string, KeptAttribute>
  /** Absent when the account has no password. */
  readonly credential: Credential | undefined
  readonly createdAt: number
  /** Refresh tokens issued before this are revoked; whole seconds, as the tokens have them. */
  readonly refreshTokensValidFrom: number
}
