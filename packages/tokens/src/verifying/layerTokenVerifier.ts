/** Verifies tokens that a request brings: by a shared secret, by the tenant's own keys, or by those of a discovery document. */
import type { JsonObject } from '@trustframe/claims'
import { DiscoveryDocuments, PolicyKeys, SigningKeys, TokenVerifier, type TokenVerdict } from '@trustframe/core/ports'
import type { KeyReference, TokenRulesPlan } from '@trustframe/plan/plan'
import * as Base64Url from 'effect/encoding/Base64Url'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Redacted from 'effect/Redacted'
import { type VerifyingKey, verifyJwt } from '../jwt/verifyJwt.ts'
import { isUnexpired } from '../keys/activeKey.ts'
import { KeyImporter } from '../keys/importedKeys.ts'
import { jwkOf } from '../keys/Jwk.ts'
import { nowSeconds } from '../nowSeconds.ts'
import { checkClaims, type ClaimsProblem } from './checkClaims.ts'
import { publishedKeys } from './publishedKeys.ts'

/** What a token is verified by. */
interface Means {
  readonly keys: ReadonlyArray<VerifyingKey>
  /** The issuer that the discovery document names. */
  readonly issuer: string | undefined
}

const unverifiable = (detail: string): TokenVerdict => ({ _tag: 'TokenUnverifiable', detail })

const toVerdict = (problem: ClaimsProblem): TokenVerdict =>
  problem._tag === 'ClaimMissing' ? unverifiable(`the token has no "${problem.claim}", or not as a number`) : problem

const textOf = (document: JsonObject, name: string): string | undefined => {
  const value = document[name]
  return typeof value === 'string' ? value : undefined
}

type Services = DiscoveryDocuments | PolicyKeys | SigningKeys

/** The keys of a discovery document; `fresh` when those that were read before do not suffice. */
const byMetadata = Effect.fnUntraced(function* (url: string, fresh: boolean) {
  const documents = yield* DiscoveryDocuments
  const metadata = yield* documents.read(url, { fresh })
  const keysUrl = textOf(metadata, 'jwks_uri')
  if (keysUrl === undefined) return yield* Effect.fail({ message: `the document at ${url} has no "jwks_uri"` })
  const keys = publishedKeys(yield* documents.read(keysUrl, { fresh }))
  return { keys, issuer: textOf(metadata, 'issuer') } satisfies Means
})

/** The keys of a container; else a secret, whose UTF-8 bytes sign with HS256. */
const byKey = Effect.fnUntraced(function* ({ storageReferenceId }: KeyReference) {
  const now = yield* nowSeconds
  const container = yield* SigningKeys.use((keys) => keys.get(storageReferenceId)).pipe(
    Effect.catchTag('KeyNotFound', () => Effect.undefined)
  )
  if (container !== undefined) {
    const keys = container.keys.flatMap((owner) => {
      const jwk = isUnexpired(owner, now) ? jwkOf(owner) : undefined
      return jwk === undefined ? [] : [{ owner, jwk }]
    })
    return { keys, issuer: undefined } satisfies Means
  }
  const key = yield* PolicyKeys.use((keys) => keys.get(storageReferenceId))
  if (key._tag !== 'Secret') {
    return yield* Effect.fail({ message: `policy key "${storageReferenceId}" is a certificate, not a secret` })
  }
  const jwk = { kty: 'oct', alg: 'HS256', k: Base64Url.encode(Redacted.value(key.secret)) } as const
  return { keys: [{ owner: key, jwk }], issuer: undefined } satisfies Means
})

const meansOf = ({ id, key, metadataUrl }: TokenRulesPlan, fresh: boolean): Effect.Effect<Means, string, Services> => {
  if (metadataUrl !== undefined) return Effect.mapError(byMetadata(metadataUrl, fresh), ({ message }) => message)
  return key === undefined
    ? Effect.fail(`TechnicalProfile "${id}" has neither METADATA nor a key to verify tokens by`)
    : Effect.mapError(byKey(key), ({ message }) => message)
}

/** How exactly times are held. */
export interface TokenVerifierOptions {
  /** How far clocks may differ, in seconds; 0 unless said otherwise. */
  readonly toleranceSeconds?: number
}

const verifyBy = Effect.fnUntraced(function* (rules: TokenRulesPlan, token: string, importer: KeyImporter) {
  const means = yield* meansOf(rules, false)
  const signature = yield* verifyJwt(token, means.keys, importer)
  if (signature._tag !== 'NoSuchKey' || rules.metadataUrl === undefined) return { means, signature }
  // The issuer may have exchanged its keys since they were read.
  const fresh = yield* meansOf(rules, true)
  return { means: fresh, signature: yield* verifyJwt(token, fresh.keys, importer) }
})

/** Source: id-token-hint, userinfo-endpoint. */
export const layerTokenVerifier = ({ toleranceSeconds = 0 }: TokenVerifierOptions = {}): Layer.Layer<
  TokenVerifier,
  never,
  Services
> =>
  Layer.effect(
    TokenVerifier,
    Effect.gen(function* () {
      const services = yield* Effect.context<Services>()
      const importer = new KeyImporter()
      const verify = Effect.fnUntraced(function* (rules: TokenRulesPlan, token: Redacted.Redacted) {
        if (Redacted.value(token) === '') return unverifiable('there is no token')
        const { means, signature } = yield* verifyBy(rules, Redacted.value(token), importer)
        if (signature._tag === 'Malformed') return unverifiable('the token is no JSON Web Token')
        if (signature._tag !== 'Signed') return { _tag: 'SignatureWrong' } satisfies TokenVerdict
        const { claims } = signature
        const issuers = rules.issuers.length === 0 && means.issuer !== undefined ? [means.issuer] : rules.issuers
        const problem = checkClaims(claims, {
          issuers,
          issuerPrefixes: [],
          audiences: rules.audiences,
          nowSeconds: yield* nowSeconds,
          toleranceSeconds
        })
        return problem === undefined ? ({ _tag: 'TokenAccepted', claims } satisfies TokenVerdict) : toVerdict(problem)
      })
      return TokenVerifier.of({
        verify: (rules, token) =>
          verify(rules, token).pipe(
            Effect.catch((detail) => Effect.succeed(unverifiable(detail))),
            Effect.provideContext(services)
          )
      })
    })
  )
