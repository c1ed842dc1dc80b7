/** A RESTful technical profile, ready to be called. */
import type { ClaimSlot } from '@trustframe/claims'
import type { ClaimBinding } from './ClaimBinding.ts'
import type { OutputBinding } from './ClaimsOf.ts'
import type { Located, Origin } from './Origin.ts'

/** Where the input claims go. Body and Form are sent by POST, the others by GET. */
export type SendClaimsIn = 'Body' | 'Form' | 'Header' | 'Url' | 'QueryString'

/** A policy key that a profile refers to. */
export interface KeyReference {
  /** `Key@Id`: what the key is for. */
  readonly id: string
  readonly storageReferenceId: string
  readonly origin: Origin
}

/** How the call proves who it is. */
export type RestfulAuthentication =
  | { readonly _tag: 'None' }
  | { readonly _tag: 'Basic'; readonly username: KeyReference; readonly password: KeyReference }
  | { readonly _tag: 'BearerKey'; readonly token: KeyReference }
  | { readonly _tag: 'BearerClaim'; readonly claim: ClaimSlot; readonly origin: Origin }
  | { readonly _tag: 'ClientCertificate'; readonly certificate: KeyReference }
  /** The key's id is the header's name. */
  | { readonly _tag: 'ApiKeyHeader'; readonly header: string; readonly key: KeyReference }

/** The policy keys that an authentication needs. */
export const keyReferencesOf = (authentication: RestfulAuthentication): ReadonlyArray<KeyReference> => {
  switch (authentication._tag) {
    case 'Basic':
      return [authentication.username, authentication.password]
    case 'BearerKey':
      return [authentication.token]
    case 'ClientCertificate':
      return [authentication.certificate]
    case 'ApiKeyHeader':
      return [authentication.key]
    case 'None':
    case 'BearerClaim':
      return []
  }
}

/** `ServiceUrl`, cut at its placeholders; only `SendClaimsIn` `Url` has any. */
export interface ServiceUrl {
  /** As written, for messages and traces; it holds no value. */
  readonly template: string
  readonly parts: ReadonlyArray<string | UrlPlaceholder>
  readonly origin: Origin
}

/** `{name}` in a `ServiceUrl`, bound to the input claim that it names. */
export interface UrlPlaceholder {
  readonly name: string
  /** Index into the profile's input claims. */
  readonly input: number
}

/** The four messages of a RESTful technical profile, by their metadata keys. */
export const restfulMessageKeys = [
  'DefaultUserMessageIfRequestFailed',
  'UserMessageIfCircuitOpen',
  'UserMessageIfDnsResolutionFailed',
  'UserMessageIfRequestTimeout'
] as const

export type RestfulMessageKey = (typeof restfulMessageKeys)[number]

/** The messages that the profile's metadata gives; a missing one falls back. */
export type RestfulMessages = { readonly [Key in RestfulMessageKey]?: Located }

/** A claim of the answer: by its name at the top level, or by a path when `ResolveJsonPathsInJsonTokens` is on. */
export type AnswerBinding = OutputBinding

/** What a call of a RESTful technical profile needs to know; nothing is left to look up. */
export interface RestfulPlan {
  readonly _tag: 'Restful'
  readonly id: string
  readonly origin: Origin
  readonly method: 'GET' | 'POST'
  readonly sendClaimsIn: SendClaimsIn
  readonly serviceUrl: ServiceUrl
  readonly authentication: RestfulAuthentication
  readonly inputClaims: ReadonlyArray<ClaimBinding>
  /** `ClaimUsedForRequestPayload`: index into the input claims of the one whose text is the body. */
  readonly payload: number | undefined
  readonly outputClaims: ReadonlyArray<AnswerBinding>
  /** Show the service's details beside its message. */
  readonly debugMode: boolean
  readonly messages: RestfulMessages
}
