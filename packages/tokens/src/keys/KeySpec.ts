/** What the keys of a container are made of. */
import * as Data from 'effect/Data'
import type * as Redacted from 'effect/Redacted'

/** Where a key comes from. */
export type KeyMaterial = Data.TaggedEnum<{
  /** An RSA key of 2,048 bits that is made when the container is. */
  GeneratedRsa: {}
  /** A key on the curve P-256, which signs four times as fast. */
  GeneratedEc: {}
  /** 32 random bytes. */
  GeneratedSecret: {}
  /** A secret text, whose UTF-8 bytes are the key. */
  Secret: { readonly secret: Redacted.Redacted }
  /** A JWK (RFC 7517) with its private part. */
  Jwk: { readonly jwk: Redacted.Redacted<unknown> }
  /** A private key in PEM: PKCS#8 (`-----BEGIN PRIVATE KEY-----`). A certificate is not needed: tokens are verified by JWKS. */
  Pem: { readonly privateKey: Redacted.Redacted }
}>
export const KeyMaterial = Data.taggedEnum<KeyMaterial>()

/** A key of a container. Times are seconds since 1970. Source: policy-keys-overview. */
export interface KeySpec {
  readonly material: KeyMaterial
  /** `sig` unless said otherwise. */
  readonly use?: 'sig' | 'enc'
  /** Unless said otherwise the thumbprint of the key (RFC 7638), and the container and position of a symmetric one. */
  readonly kid?: string
  /** When the key is activated. */
  readonly notBefore?: number
  readonly expires?: number
}

/** The containers of a tenant by their `StorageReferenceId`. */
export type KeyContainerSpecs = Readonly<Record<string, ReadonlyArray<KeySpec>>>
