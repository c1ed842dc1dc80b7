/** Sends a request where the outbound rules let it go, and follows its redirects. */
import { type ExchangeFailure, RequestInvalid } from '@trustframe/core/exchange'
import * as Clock from 'effect/Clock'
import type * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import type { HeaderPair } from '../request/headers.ts'
import { maskUrl } from '../request/mask.ts'
import type { Transport, TransportFailure, TransportResponse } from '../transport/Transport.ts'
import { type OutboundRules, routeOf } from './OutboundRules.ts'
import { type Hop, nextHop } from './redirects.ts'

/** A request to a URL. */
export interface OutboundRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: ReadonlyArray<HeaderPair>
  readonly body?: string | undefined
}

/** What one request may cost, redirects included. */
export interface OutboundLimits {
  readonly maxBodyBytes: number
  readonly redirects: number
  readonly timeLimitMillis: number
}

/** Sends requests by the rules of a runtime. */
export type SendOutbound = (request: OutboundRequest) => Effect.Effect<TransportResponse, ExchangeFailure>

const explain = ({ failure }: TransportFailure, { timeLimitMillis }: OutboundLimits): ExchangeFailure => {
  if (failure._tag === 'CertificateUnusable') return RequestInvalid.make({ detail: failure.detail })
  return failure._tag === 'RequestTimeout' ? { ...failure, afterMillis: timeLimitMillis } : failure
}

/** The first hop of a request; userinfo and fragment are left out. */
const firstHop = ({ body, headers, method, url }: OutboundRequest): Result.Result<Hop, ExchangeFailure> => {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    const [address = ''] = url.split(/[?#]/)
    return Result.fail(RequestInvalid.make({ detail: `"${maskUrl(address)}" is not an absolute http or https URL` }))
  }
  const path = parsed.pathname + parsed.search
  return Result.succeed({ method, origin: parsed.origin, path, headers, body, credentials: true })
}

/** A sender for one transport, set of rules and limits. */
export const sendOutbound = (
  transport: Context.Service.Shape<typeof Transport>,
  rules: OutboundRules,
  limits: OutboundLimits
): SendOutbound => {
  const send = (hop: Hop, redirectsLeft: number, startedAt: number): ReturnType<SendOutbound> =>
    Effect.gen(function* () {
      const route = yield* Effect.fromResult(routeOf(hop.origin, rules))
      const routed: Hop = { ...hop, origin: route.origin, path: route.pathPrefix + hop.path }
      const elapsed = (yield* Clock.currentTimeMillis) - startedAt
      const response = yield* transport
        .send({
          method: routed.method,
          origin: routed.origin,
          path: routed.path,
          headers: routed.headers,
          body: routed.body,
          certificate: undefined,
          refuse: route.refuse,
          maxBodyBytes: limits.maxBodyBytes,
          timeLimitMillis: Math.max(0, limits.timeLimitMillis - elapsed)
        })
        .pipe(Effect.mapError((failure) => explain(failure, limits)))
      const next = redirectsLeft > 0 ? nextHop(routed, response) : undefined
      return next === undefined ? response : yield* send(next, redirectsLeft - 1, startedAt)
    })
  return (request) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      Effect.flatMap(Effect.fromResult(firstHop(request)), (hop) => send(hop, limits.redirects, now))
    )
}
