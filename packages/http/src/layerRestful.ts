/** `RestfulProvider` over a `Transport`: one call is one request, and the redirects that are followed. */
import type { Json } from '@trustframe/claims'
import {
  type Attempt,
  ClaimsExchangeError,
  type ExchangeFailure,
  type KeyUnavailable,
  RequestInvalid
} from '@trustframe/core/exchange'
import {
  PolicyKeys,
  type RestfulAnswer,
  type RestfulCallOptions,
  type RestfulInput,
  RestfulProvider
} from '@trustframe/core/ports'
import { withTimeLimit } from '@trustframe/core/resilience'
import { keyReferencesOf, type RestfulPlan } from '@trustframe/plan/plan'
import * as Clock from 'effect/Clock'
import type * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Result from 'effect/Result'
import { type AnswerReader, compileAnswer } from './answer/readAnswer.ts'
import { type OutboundRules, type Route, routeOf } from './outbound/OutboundRules.ts'
import { type Hop, nextHop } from './outbound/redirects.ts'
import { type Credentials, credentialsOf, keyAbsent, keyUnavailable, noCredentials } from './request/authentication.ts'
import { compileRequest, type RequestWriter } from './request/compileRequest.ts'
import type { HttpRequest } from './request/HttpRequest.ts'
import { traced } from './traced.ts'
import { Transport, type TransportFailure, type TransportResponse } from './transport/Transport.ts'

/** How RESTful technical profiles are called. */
export interface RestfulOptions extends OutboundRules {
  /** Largest body that is read, in bytes, compressed or not. Default: 1 MiB. */
  readonly maxBodyBytes?: number
  /** How many redirects are followed. Default: 0, so that a 3xx is a `StatusRejected`. */
  readonly redirects?: number
  /** `User-Agent`. Default: `trustframe`. */
  readonly userAgent?: string
}

type Keys = Context.Service.Shape<typeof PolicyKeys>
type Sender = Context.Service.Shape<typeof Transport>
type Answered = Effect.Effect<RestfulAnswer, ClaimsExchangeError>

/** A profile with everything done that is the same for each of its calls. */
interface Compiled {
  readonly plan: RestfulPlan
  readonly write: RequestWriter
  readonly read: AnswerReader
  readonly routes: Map<string, Result.Result<Route, ExchangeFailure>>
}

/** What all calls of a provider share. */
interface Provider {
  readonly transport: Sender
  readonly keys: Keys
  readonly options: RestfulOptions
  readonly maxBodyBytes: number
}

type Credentialed = Effect.Effect<Credentials, typeof KeyUnavailable.Type>

const loadCredentials = (
  { authentication }: RestfulPlan,
  keys: Keys,
  timeLimitMillis: number | undefined
): Credentialed => {
  const references = keyReferencesOf(authentication)
  const loaded = Effect.flatMap(
    Effect.forEach(references, (reference) =>
      Effect.mapError(keys.get(reference.storageReferenceId), () => keyAbsent(reference))
    ),
    (found) => Effect.fromResult(credentialsOf(authentication, found))
  )
  const [first] = references
  if (timeLimitMillis === undefined || first === undefined) return loaded
  return withTimeLimit(loaded, timeLimitMillis, () =>
    Effect.fail(keyUnavailable(first, 'unanswered', `the key store gave no answer within ${timeLimitMillis / 1000} s`))
  )
}

/** One call under way. */
class Call {
  readonly #provider: Provider
  readonly #profile: Compiled
  readonly #clock: Clock.Clock
  readonly #timeLimitMillis: number | undefined
  readonly #startedAtMillis: number
  readonly #startedAtNanos: bigint
  /** What was sent. */
  #request: HttpRequest | undefined
  #routedTo: string | undefined

  constructor(provider: Provider, profile: Compiled, clock: Clock.Clock, timeLimitMillis: number | undefined) {
    this.#provider = provider
    this.#profile = profile
    this.#clock = clock
    this.#timeLimitMillis = timeLimitMillis
    this.#startedAtMillis = clock.currentTimeMillisUnsafe()
    this.#startedAtNanos = clock.monotonicTimeNanosUnsafe()
  }

  /** Makes the request and sends it. */
  start(input: RestfulInput, credentials: Credentials): Answered {
    const request = this.#profile.write(input, credentials)
    if (Result.isFailure(request)) return this.#fail(request.failure)
    const { body, headers, method, origin, path } = request.success
    const route = this.#route(origin)
    if (Result.isFailure(route)) return this.#fail(route.failure)
    this.#request = request.success
    if (route.success.overridden) this.#routedTo = route.success.origin
    const hop = {
      method,
      origin: route.success.origin,
      path: route.success.pathPrefix + path,
      headers,
      body,
      credentials: true
    }
    return this.#send(hop, route.success, credentials, this.#provider.options.redirects ?? 0)
  }

  /** Fails without a request. */
  refuse(failure: ExchangeFailure): Answered {
    return this.#fail(failure)
  }

  #elapsedMillis(): number {
    return Number(this.#clock.monotonicTimeNanosUnsafe() - this.#startedAtNanos) / 1e6
  }

  #route(origin: string): Result.Result<Route, ExchangeFailure> {
    const { routes } = this.#profile
    const known = routes.get(origin) ?? routeOf(origin, this.#provider.options)
    if (routes.size < 100) routes.set(origin, known)
    return known
  }

  #send(hop: Hop, route: Route, credentials: Credentials, redirectsLeft: number): Answered {
    const limit = this.#timeLimitMillis
    const sent = this.#provider.transport.send({
      method: hop.method,
      origin: hop.origin,
      path: hop.path,
      headers: hop.headers,
      body: hop.body,
      certificate: hop.credentials ? credentials.certificate : undefined,
      refuse: route.refuse,
      maxBodyBytes: this.#provider.maxBodyBytes,
      timeLimitMillis: limit === undefined ? undefined : Math.max(0, limit - this.#elapsedMillis())
    })
    return Effect.matchEffect(sent, {
      onFailure: ({ failure, status }: TransportFailure) => this.#fail(this.#explain(failure), status),
      onSuccess: (response) => {
        const next = redirectsLeft > 0 ? nextHop(hop, response) : undefined
        return next === undefined ? this.#read(response) : this.#follow(next, credentials, redirectsLeft - 1)
      }
    })
  }

  #follow(hop: Hop, credentials: Credentials, redirectsLeft: number): Answered {
    const route = this.#route(hop.origin)
    if (Result.isFailure(route)) return this.#fail(route.failure)
    const { origin, pathPrefix } = route.success
    return this.#send({ ...hop, origin, path: pathPrefix + hop.path }, route.success, credentials, redirectsLeft)
  }

  /** A failure of the transport in the terms of the profile: which key, and the time that the call was given. */
  #explain(failure: TransportFailure['failure']): ExchangeFailure {
    if (failure._tag === 'RequestTimeout' && this.#timeLimitMillis !== undefined) {
      return { ...failure, afterMillis: Math.round(this.#timeLimitMillis) }
    }
    if (failure._tag !== 'CertificateUnusable') return failure
    this.#request = undefined
    const [reference] = keyReferencesOf(this.#profile.plan.authentication)
    const { detail } = failure
    return reference === undefined ? RequestInvalid.make({ detail }) : keyUnavailable(reference, 'unusable', detail)
  }

  #read(response: TransportResponse): Answered {
    const read = this.#profile.read(response, this.#clock.currentTimeMillisUnsafe())
    return Result.isSuccess(read)
      ? this.#succeed(response.status, read.success)
      : this.#fail(read.failure, response.status)
  }

  #attempt(outcome: string, status: number | undefined): ReadonlyArray<Attempt> {
    const request = this.#request
    if (request === undefined) return []
    const attempt = {
      number: 1,
      startedAtMillis: this.#startedAtMillis,
      durationMillis: this.#elapsedMillis(),
      outcome,
      method: request.method,
      url: request.maskedUrl
    }
    return [
      {
        ...attempt,
        ...(status === undefined ? {} : { status }),
        ...(this.#routedTo === undefined ? {} : { routedTo: this.#routedTo })
      }
    ]
  }

  #succeed(status: number, body: Json | undefined): Answered {
    return Effect.succeed({ status, body, attempts: this.#attempt('answered', status) })
  }

  #fail(failure: ExchangeFailure, status?: number): Answered {
    return Effect.fail(
      new ClaimsExchangeError({
        technicalProfile: this.#profile.plan.id,
        failure,
        attempts: this.#attempt(failure._tag, status)
      })
    )
  }
}

/**
 * Calls RESTful technical profiles over the `Transport` of the runtime. Each call makes one request; wrap it with
 * `layerResilient` of `@trustframe/core/resilience` for timeout, retries and circuit breaker.
 */
export const layerRestful = (
  options: RestfulOptions = {}
): Layer.Layer<RestfulProvider, never, Transport | PolicyKeys> =>
  Layer.effect(
    RestfulProvider,
    Effect.gen(function* () {
      const provider: Provider = {
        transport: yield* Transport,
        keys: yield* PolicyKeys,
        options,
        maxBodyBytes: options.maxBodyBytes ?? 1024 * 1024
      }
      const userAgent = options.userAgent ?? 'trustframe'
      const profiles = new WeakMap<RestfulPlan, Compiled>()
      const compiled = (plan: RestfulPlan): Compiled => {
        const known = profiles.get(plan)
        if (known !== undefined) return known
        const profile = { plan, write: compileRequest(plan, userAgent), read: compileAnswer(plan), routes: new Map() }
        profiles.set(plan, profile)
        return profile
      }

      const start = (
        call: Call,
        plan: RestfulPlan,
        input: RestfulInput,
        timeLimitMillis: number | undefined
      ): Answered =>
        keyReferencesOf(plan.authentication).length === 0
          ? call.start(input, noCredentials)
          : Effect.matchEffect(loadCredentials(plan, provider.keys, timeLimitMillis), {
              onFailure: (failure) => call.refuse(failure),
              onSuccess: (credentials) => call.start(input, credentials)
            })

      const exchange = (plan: RestfulPlan, input: RestfulInput, callOptions?: RestfulCallOptions): Answered =>
        Effect.withFiber((fiber) => {
          const limit = callOptions?.timeLimitMillis
          const answered = start(
            new Call(provider, compiled(plan), fiber.getRef(Clock.Clock), limit),
            plan,
            input,
            limit
          )
          return fiber.cache.tracer === undefined ? answered : traced(answered, plan)
        })

      return RestfulProvider.of({ exchange, keepsTimeLimit: true })
    })
  )
