/** Reuses access tokens until they expire: an opt-in, since B2C asks for a token in every journey. */
import { formatValue, isJsonObject, type Json, stringifyJson, toJson } from '@trustframe/claims'
import type { ClaimsExchangeError } from '@trustframe/core/exchange'
import { type RestfulAnswer, type RestfulCallOptions, type RestfulInput, RestfulProvider } from '@trustframe/core/ports'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Cache from 'effect/Cache'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import * as Equal from 'effect/Equal'
import * as Exit from 'effect/Exit'
import * as Hash from 'effect/Hash'
import * as Layer from 'effect/Layer'

/** Which tokens are reused, and how long. */
export interface TokenReuseOptions {
  /**
   * Ids of the technical profiles whose answers are reused. Default: every profile that sends
   * `grant_type=client_credentials` (RFC 6749, section 4.4), which gets the same token whoever the user is.
   */
  readonly profiles?: ReadonlyArray<string>
  /** How long before it expires a token is no longer used. Default: 60 seconds, and never more than half of its life. */
  readonly expiresEarly?: Duration.Input
  /** Tokens that are kept. Default: 100. */
  readonly capacity?: number
}

/** A request for a token; two are the same when profile and input claims are. */
class TokenRequest implements Equal.Equal {
  readonly plan: RestfulPlan
  readonly input: RestfulInput
  readonly options: RestfulCallOptions | undefined
  /** A request was made for this call, and its token not merely found. */
  isMade = false
  readonly #key: string

  constructor(plan: RestfulPlan, input: RestfulInput, options: RestfulCallOptions | undefined) {
    this.plan = plan
    this.input = input
    this.options = options
    const values = input.map((value) => (value === undefined ? null : [toJson(value)]))
    this.#key = stringifyJson([plan.id, plan.serviceUrl.template, values])
  }

  [Equal.symbol](that: Equal.Equal): boolean {
    return that instanceof TokenRequest && that.#key === this.#key
  }

  [Hash.symbol](): number {
    return Hash.string(this.#key)
  }
}

const isClientCredentials = ({ inputClaims }: RestfulPlan, input: RestfulInput): boolean =>
  inputClaims.some(({ partnerName }, index) => {
    const value = input[index]
    return partnerName === 'grant_type' && value !== undefined && formatValue(value) === 'client_credentials'
  })

/** `expires_in` in milliseconds, as a number or as text; 0 when the answer has no token or does not say how long it lives. */
const lifetimeMillis = (body: Json | undefined): number => {
  if (!isJsonObject(body) || typeof body['access_token'] !== 'string') return 0
  const expiresIn = body['expires_in']
  const seconds = typeof expiresIn === 'number' || typeof expiresIn === 'string' ? Number(expiresIn) : 0
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0
}

/**
 * Wraps a `RestfulProvider`: a token that was answered with `expires_in` is used again by calls of the same profile with the
 * same input claims, and calls that come while it is being fetched wait for it. An answer that was reused has no attempts.
 * Put it around `layerResilient`, so that a token costs one guarded call.
 */
export const layerTokenReuse = (
  options: TokenReuseOptions = {}
): Layer.Layer<RestfulProvider, never, RestfulProvider> =>
  Layer.effect(
    RestfulProvider,
    Effect.gen(function* () {
      const provider = yield* RestfulProvider
      const earlyMillis = Duration.toMillis(Duration.fromInputUnsafe(options.expiresEarly ?? '60 seconds'))
      const ids = options.profiles === undefined ? undefined : new Set(options.profiles.map((id) => id.toLowerCase()))

      const tokens = yield* Cache.makeWith<TokenRequest, RestfulAnswer, ClaimsExchangeError>(
        (request) => {
          request.isMade = true
          return provider.exchange(request.plan, request.input, request.options)
        },
        {
          capacity: options.capacity ?? 100,
          timeToLive: (exit) => {
            const lifetime = Exit.isSuccess(exit) ? lifetimeMillis(exit.value.body) : 0
            return Duration.millis(Math.max(lifetime - earlyMillis, lifetime / 2))
          }
        }
      )

      return RestfulProvider.of({
        keepsTimeLimit: provider.keepsTimeLimit === true,
        exchange: (plan, input, callOptions) => {
          const isToken = ids === undefined ? isClientCredentials(plan, input) : ids.has(plan.id.toLowerCase())
          if (!isToken) return provider.exchange(plan, input, callOptions)
          return Effect.suspend(() => {
            const request = new TokenRequest(plan, input, callOptions)
            return Effect.map(Cache.get(tokens, request), (answer) =>
              request.isMade ? answer : { ...answer, attempts: [] }
            )
          })
        }
      })
    })
  )
