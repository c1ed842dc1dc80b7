/** The keys of a token issuer: found in their containers, and in the form that signs. */
import {
  type ContainerKey,
  type Issuing,
  type KeyContainer,
  type SigningKeys,
  TokenIssuanceError
} from '@trustframe/core/ports'
import type { JwtIssuerPlan, KeyReference } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import type { Signer } from '../jwt/signJwt.ts'
import { activeKey, whyNoneIsActive } from '../keys/activeKey.ts'
import { type KeyImporter, UnusableKey } from '../keys/importedKeys.ts'
import { jwkOf, signatureAlgorithms } from '../keys/Jwk.ts'
import { nowSeconds } from '../nowSeconds.ts'

/** A key of an issuer, as the policy names it. */
export interface IssuerKey {
  readonly issuing: Issuing
  /** `Key@Id`. */
  readonly id: 'issuer_secret' | 'issuer_refresh_token_key'
  readonly reference: KeyReference | undefined
}

/** What signs tokens. */
export const signingKey = (issuing: Issuing, plan: JwtIssuerPlan): IssuerKey => ({
  issuing,
  id: 'issuer_secret',
  reference: plan.signingKey
})

/** What codes and refresh tokens are sealed with. */
export const sealingKey = (issuing: Issuing, plan: JwtIssuerPlan): IssuerKey => ({
  issuing,
  id: 'issuer_refresh_token_key',
  reference: plan.encryptionKey
})

/** Names the profile, and the container or else what the key is for. */
export const keyError = ({ id, issuing, reference }: IssuerKey, detail: string): TokenIssuanceError =>
  new TokenIssuanceError({
    technicalProfile: issuing.issuer.technicalProfile,
    storageReferenceId: reference?.storageReferenceId ?? id,
    detail
  })

/** Turns the failure of a key into one of its issuer. */
export const forIssuer =
  (key: IssuerKey) =>
  <A>(effect: Effect.Effect<A, UnusableKey>): Effect.Effect<A, TokenIssuanceError> =>
    Effect.mapError(effect, (error) => keyError(key, error.message))

/** The container of a key. */
export const containerOf = (
  keys: SigningKeys['Service'],
  key: IssuerKey
): Effect.Effect<KeyContainer, TokenIssuanceError> =>
  key.reference === undefined
    ? Effect.fail(keyError(key, 'the profile names no container for this key'))
    : Effect.mapError(keys.get(key.reference.storageReferenceId), () =>
        keyError(key, 'no key container of that name is configured')
      )

/** The active key of its container. */
export const activeKeyOf = Effect.fnUntraced(function* (keys: SigningKeys['Service'], key: IssuerKey) {
  const container = yield* containerOf(keys, key)
  const now = yield* nowSeconds
  return activeKey(container, now) ?? (yield* keyError(key, whyNoneIsActive(container, now)))
})

/** RS256, or what else the key signs with. A symmetric key signs no tokens: whoever verified them could make them. */
export const signerOf = Effect.fnUntraced(function* (key: ContainerKey, importer: KeyImporter) {
  const jwk = jwkOf(key)
  const [algorithm] = jwk === undefined || jwk.kty === 'oct' ? [] : signatureAlgorithms(jwk)
  if (jwk === undefined || algorithm === undefined) {
    return yield* new UnusableKey({ algorithm: 'RS256', detail: 'it is no RSA key and on no curve that signs tokens' })
  }
  return { kid: key.kid, algorithm, key: yield* importer.import(key, algorithm, () => jwk) } satisfies Signer
})
