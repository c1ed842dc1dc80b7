/** The shape of a handler's contract: what a technical profile of that kind may say, declared once as data. */

/** How sure we are of a fact, and who says so. */
export type Evidence = 'documented' | 'observed' | 'sample' | 'assumed'

/** What a metadata value must be. */
export type MetadataType =
  | { readonly _tag: 'Text' }
  | { readonly _tag: 'Boolean' }
  | { readonly _tag: 'Integer'; readonly minimum?: number; readonly maximum?: number }
  | { readonly _tag: 'Url' }
  | { readonly _tag: 'OneOf'; readonly values: ReadonlyArray<string> }
  /** The id of a claim type. */
  | { readonly _tag: 'Claim' }
  /** The id of something else in the policy. */
  | { readonly _tag: 'ContentDefinition' }
  | { readonly _tag: 'ClaimsExchange' }
  | { readonly _tag: 'UserJourney' }
  /** A text for the user; `arguments` are what `{0}`, `{1}` stand for. */
  | { readonly _tag: 'Message'; readonly arguments: ReadonlyArray<string> }

/** One metadata key. */
export interface MetadataContract {
  /** The key; one that ends in `*` stands for all that begin like it. */
  readonly key: string
  readonly type: MetadataType
  readonly required?: boolean
  /** What holds when the key is absent; for messages B2C's own text. */
  readonly default?: string
  readonly evidence: Evidence
  /** One sentence. */
  readonly summary: string
  /** Earlier names that B2C still reads. */
  readonly aliases?: ReadonlyArray<string>
  /** The key is read and has no effect. */
  readonly unused?: boolean
}

/** One cryptographic key. `id` `*` is any. */
export interface KeyContract {
  readonly id: string
  readonly required: boolean
  readonly summary: string
  /** Seen in policies, and without an effect. */
  readonly unused?: boolean
}

/** Which of a profile's claim collections have a meaning. */
export interface ClaimsContract {
  readonly inputClaims: 'required' | 'optional' | 'unused'
  readonly outputClaims: 'required' | 'optional' | 'unused'
  readonly persistedClaims: 'required' | 'optional' | 'unused'
  readonly displayClaims: 'optional' | 'unused'
  readonly validationTechnicalProfiles: 'optional' | 'unused'
}

/** A claim that the handler knows by its partner name: `PartnerClaimType`, else the id of the claim type. */
export interface PartnerClaimContract {
  readonly name: string
  readonly in: 'InputClaims' | 'OutputClaims' | 'PersistedClaims'
  readonly required: boolean
  /** Only when this metadata has one of these values. */
  readonly when?: { readonly key: string; readonly values: ReadonlyArray<string> }
  readonly summary: string
}

/** What kind of thing a handler is to a journey. */
export type HandlerKind =
  | 'call'
  | 'page'
  | 'redirect'
  | 'directory'
  | 'local'
  | 'issuer'
  | 'session'
  | 'engine'
  | 'telemetry'
  | 'relyingParty'

/** A handler, or a protocol that is one by itself. */
export interface HandlerContract {
  /** A short name, such as `RestfulProvider`. */
  readonly name: string
  /** The names that `Protocol` may have. */
  readonly protocols: ReadonlyArray<string>
  /** The type name of a proprietary handler, without its assembly. */
  readonly handler?: string
  /** The `OutputTokenFormat` that makes a profile of the protocol an issuer, unless it has one of these metadata keys. */
  readonly issues?: { readonly format: string; readonly unlessMetadata: ReadonlyArray<string> }
  readonly kind: HandlerKind
  /** Whether Trustframe runs it. */
  readonly runs: boolean
  readonly summary: string
  readonly metadata: ReadonlyArray<MetadataContract>
  readonly keys: ReadonlyArray<KeyContract>
  readonly claims: ClaimsContract
  readonly partnerClaims?: ReadonlyArray<PartnerClaimContract>
  /** The documentation page that the contract comes from. */
  readonly source: string
}
