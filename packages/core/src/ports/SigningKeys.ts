/** The port to key containers that sign, encrypt and verify: sets of keys with their times of use. */
import type { JsonObject } from '@trustframe/claims'
import * as Context from 'effect/Context'
import type * as Effect from 'effect/Effect'
import type * as Redacted from 'effect/Redacted'
import type { KeyNotFound } from './PolicyKeys.ts'

/** One key of a container. */
export interface ContainerKey {
  readonly kid: string
  readonly use: 'sig' | 'enc'
  /** The JWK (RFC 7517) with its private part, or a symmetric key (`kty` `oct`). */
  readonly jwk: Redacted.Redacted<JsonObject>
  /** Seconds since 1970; absent: at once. */
  readonly notBefore: number | undefined
  /** Seconds since 1970; absent: never. */
  readonly expires: number | undefined
}

/**
 * A key container, its keys in the order of the container. Only one is active: the one whose activation was last, of those
 * that are active and not expired; keys without an activation date come last. Source: policy-keys-overview.
 */
export interface KeyContainer {
  readonly storageReferenceId: string
  readonly keys: ReadonlyArray<ContainerKey>
}

/** Looks key containers up; names match ignoring case. */
export class SigningKeys extends Context.Service<
  SigningKeys,
  {
    readonly get: (storageReferenceId: string) => Effect.Effect<KeyContainer, KeyNotFound>
  }
>()('trustframe/SigningKeys') {}
