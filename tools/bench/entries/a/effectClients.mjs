/** HTTP clients with Effect, bare and under the guards. */
import { Effect, ManagedRuntime, Schedule } from 'effect'
import { FetchHttpClient, HttpClient, HttpClientRequest } from 'effect/http'
import * as NodeHttpClient from '@effect/platform-node/NodeHttpClient'
import * as undici from 'undici'
import { encode, headers, POLICY, StatusError } from './common.mjs'
import { leanBreaker, libraryBreaker, refBreaker, retried, timed } from './effectGuards.mjs'
import { plainNative } from './guards.mjs'

const quiet = (effect) => Effect.provideService(effect, HttpClient.TracerDisabledWhen, () => true)

const exchange = (client, url) => (claims) =>
  client
    .execute(HttpClientRequest.post(url, { acceptJson: true }).pipe(HttpClientRequest.bodyUrlParams(claims)))
    .pipe(Effect.flatMap((r) => (r.status === 200 ? r.json : Effect.fail(new StatusError(r.status)))))

const entry = (name, layer, wrap, { prepare } = {}) => {
  let rt
  let one
  let extra
  return {
    name,
    async setup({ url }) {
      rt = ManagedRuntime.make(layer)
      let client = await rt.runPromise(HttpClient.HttpClient)
      extra = prepare ? await prepare() : undefined
      if (extra?.client) client = extra.client(client)
      const send = exchange(client, url)
      const w = wrap ? wrap() : (e) => e
      one = (claims) => w(send(claims))
    },
    run: (input) => Effect.runPromise(one(input.claims)),
    async teardown() {
      await extra?.close?.()
      await rt.dispose()
    }
  }
}

const guardRef = () => {
  const b = refBreaker()
  return (e) => b(retried(timed(e)))
}
const guardLean = () => {
  const b = leanBreaker()
  return (e) => b(retried(timed(e)))
}
const quietThen = (w) => () => {
  const f = w ? w() : (e) => e
  return (e) => quiet(f(e))
}

export const effect_undici = entry('Effect HttpClient (undici layer)', NodeHttpClient.layerUndici)
export const effect_undici_quiet = entry(
  'Effect HttpClient (undici layer), spans off',
  NodeHttpClient.layerUndici,
  quietThen()
)
export const effect_fetch = entry('Effect HttpClient (fetch layer)', FetchHttpClient.layer)
export const effect_fetch_quiet = entry(
  'Effect HttpClient (fetch layer), spans off',
  FetchHttpClient.layer,
  quietThen()
)
export const effect_nodehttp = entry('Effect HttpClient (node:http layer)', NodeHttpClient.layerNodeHttp)

export const effect_undici_ref = entry(
  'Effect HttpClient (undici) + timeout + retry + Ref breaker',
  NodeHttpClient.layerUndici,
  guardRef
)
export const effect_undici_quiet_ref = entry(
  'Effect HttpClient (undici), spans off + timeout + retry + Ref breaker',
  NodeHttpClient.layerUndici,
  quietThen(guardRef)
)
export const effect_undici_quiet_lean = entry(
  'Effect HttpClient (undici), spans off + timeout + retry + closure breaker',
  NodeHttpClient.layerUndici,
  quietThen(guardLean)
)
export const effect_fetch_ref = entry(
  'Effect HttpClient (fetch) + timeout + retry + Ref breaker',
  FetchHttpClient.layer,
  guardRef
)
export const effect_undici_lib = entry(
  'Effect HttpClient (undici) + timeout + retryTransient + withCircuitBreaker',
  NodeHttpClient.layerUndici,
  undefined,
  {
    prepare: async () => {
      const { breaker, close } = await libraryBreaker()
      return {
        close,
        client: (c) =>
          c.pipe(
            HttpClient.transformResponse(Effect.timeout(POLICY.timeoutMs)),
            HttpClient.retryTransient({ times: POLICY.retries, schedule: Schedule.exponential(POLICY.backoffMs) }),
            HttpClient.withCircuitBreaker({ breaker })
          )
      }
    }
  }
)

// Effect around raw undici: one Effect.tryPromise per attempt instead of the Effect client.
const overUndici = (name, makeOne) => {
  let agent
  let one
  return {
    name,
    setup({ url }) {
      agent = new undici.Agent({ headersTimeout: POLICY.timeoutMs, bodyTimeout: POLICY.timeoutMs })
      const call = async (claims, signal) => {
        const r = await undici.request(url, {
          dispatcher: agent,
          method: 'POST',
          headers,
          body: encode(claims),
          signal
        })
        if (r.statusCode !== 200) throw new StatusError(r.statusCode)
        return r.body.json()
      }
      one = makeOne(call)
    },
    run: (input) => Effect.runPromise(one(input.claims)),
    teardown: () => agent.close()
  }
}
export const effect_raw_ref = overUndici('Effect.tryPromise(undici) + timeout + retry + Ref breaker', (call) => {
  const g = guardRef()
  return (claims) => g(Effect.tryPromise({ try: (signal) => call(claims, signal), catch: (e) => e }))
})
export const effect_raw_lean = overUndici('Effect.tryPromise(undici) + timeout + retry + closure breaker', (call) => {
  const g = guardLean()
  return (claims) => g(Effect.tryPromise({ try: (signal) => call(claims, signal), catch: (e) => e }))
})
export const effect_compiled = overUndici('one Effect.tryPromise around a compiled plain guard', (call) => {
  const g = plainNative((claims) => call(claims))
  return (claims) => Effect.tryPromise({ try: () => g(claims), catch: (e) => e })
})
