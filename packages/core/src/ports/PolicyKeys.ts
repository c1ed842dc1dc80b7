/** The port to the policy keys: the secrets and certificates that `StorageReferenceId` names. */
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'

/** No key container of that name, or not of the kind that is needed. */
export class KeyNotFound extends Schema.TaggedError<KeyNotFound>()('KeyNotFound', {
  storageReferenceId: Schema.String
}) {
  override get message() {
    return `no policy key "${this.storageReferenceId}" is configured`
  }
}

/** A client certificate with its private key, as PKCS#12 or as PEM. */
export type ClientCertificate =
  | {
      readonly _tag: 'Pkcs12'
      readonly bytes: Redacted.Redacted<Uint8Array>
      readonly passphrase: Redacted.Redacted | undefined
    }
  | { readonly _tag: 'Pem'; readonly certificate: string; readonly privateKey: Redacted.Redacted }

/** A policy key. */
export type PolicyKey =
  | { readonly _tag: 'Secret'; readonly secret: Redacted.Redacted }
  | { readonly _tag: 'Certificate'; readonly certificate: ClientCertificate }

/** Looks policy keys up; names match ignoring case. */
export class PolicyKeys extends Context.Service<
  PolicyKeys,
  {
    readonly get: (storageReferenceId: string) => Effect.Effect<PolicyKey, KeyNotFound>
  }
>()('trustframe/PolicyKeys') {
  /** Keys that are held in memory. */
  static readonly layerMemory = (keys: Readonly<Record<string, PolicyKey>>): Layer.Layer<PolicyKeys> => {
    const byName = new Map(Object.entries(keys).map(([name, key]) => [name.toLowerCase(), key]))
    return Layer.succeed(PolicyKeys, {
      get: (storageReferenceId) => {
        const key = byName.get(storageReferenceId.toLowerCase())
        return key === undefined ? Effect.fail(new KeyNotFound({ storageReferenceId })) : Effect.succeed(key)
      }
    })
  }
}

/** A policy key that is a secret text. */
export const secretKey = (secret: string): PolicyKey => ({ _tag: 'Secret', secret: Redacted.make(secret) })
