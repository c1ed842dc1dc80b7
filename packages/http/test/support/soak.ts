/** Many exchanges with mixed faults over real sockets, and what is left when they are over. */
import { PolicyKeys, RestfulProvider } from '@trustframe/core/ports'
import { CircuitStore, layerResilient } from '@trustframe/core/resilience'
import * as Effect from 'effect/Effect'
import * as Fiber from 'effect/Fiber'
import * as Layer from 'effect/Layer'
import { layerRestful } from '../../src/layerRestful.ts'
import { layerUndici } from '../../src/transport/layerUndici.ts'
import { restfulPlan } from './plan.ts'
import { closedPort, type Handler, httpServer } from './servers.ts'

/** What a service does to each request in turn; most are answered. */
const behaviours: ReadonlyArray<Handler> = [
  (_request, response) => response.end('{"name":"x"}'),
  (_request, response) => response.end('{"name":"x"}'),
  (_request, response) => response.writeHead(500).end('{}'),
  (_request, response) => response.end('{"name":"x"}'),
  (_request, response) => response.writeHead(409).end('{"status":409,"userMessage":"no"}'),
  (_request, response) => void response.socket?.destroy(),
  (_request, response) => response.end('{"name":"x"}'),
  (_request, response) => void response.socket?.resetAndDestroy(),
  () => undefined,
  (_request, response) => response.end('{"name":'),
  (_request, response) => {
    response.writeHead(200, { 'content-length': 100 })
    response.write('{')
    response.socket?.end()
  },
  (_request, response) => void response.writeHead(200, { 'content-length': 100 }).write('{'),
  (_request, response) => response.end(`{"name":"${'x'.repeat(20_000)}"}`),
  (_request, response) => response.writeHead(302, { location: '/again' }).end()
]

export interface SoakOptions {
  readonly exchanges: number
  readonly concurrency: number
  /** Called now and then with the number of exchanges that are over. */
  readonly onProgress?: (done: number) => void
}

export interface SoakResult {
  /** How often calls came to what. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Open handles and timers of the process before and after. */
  readonly before: ReadonlyArray<string>
  readonly after: ReadonlyArray<string>
}

const resources = () =>
  process
    .getActiveResourcesInfo()
    .filter((name) => /TCP|TLS|Timeout|Immediate|GetAddrInfo/.test(name))
    .toSorted()

/** The sockets among the resources. */
export const socketsOf = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name) => /TCP|TLS/.test(name))

/** Lets the event loop go round until the sockets that were closed are gone, or it is clear that one stays. */
const settle = Effect.promise(async () => {
  for (let turn = 0; turn < 1000 && socketsOf(resources()).length > 0; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
  }
})

/** Runs the exchanges, some of which are interrupted, over a stack of their own. */
export const soak = ({ concurrency, exchanges, onProgress }: SoakOptions): Effect.Effect<SoakResult> =>
  Effect.gen(function* () {
    yield* settle
    const before = resources()
    const outcomes: Record<string, number> = {}
    const note = (outcome: string) => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
    yield* Effect.gen(function* () {
      const service = yield* httpServer((request, response, count) =>
        behaviours[count % behaviours.length]?.(request, response, count)
      )
      const refused = yield* closedPort
      const plans = [
        restfulPlan({ id: 'Post', serviceUrl: `${service.origin}/p`, inputs: { a: {} }, outputs: { name: {} } }),
        restfulPlan({
          id: 'Get',
          sendClaimsIn: 'QueryString',
          serviceUrl: `${service.origin}/p`,
          inputs: { a: {} },
          outputs: { name: {} }
        }),
        restfulPlan({
          id: 'Url',
          sendClaimsIn: 'Url',
          serviceUrl: `${service.origin}/p/{a}`,
          inputs: { a: {} },
          outputs: { name: {} }
        }),
        restfulPlan({ id: 'Refused', serviceUrl: `http://127.0.0.1:${refused}/p`, inputs: { a: {} } })
      ]
      const layer = layerResilient({
        preset: 'standard',
        timeout: '100 millis',
        retry: { delay: '1 millis', nonIdempotent: true, statuses: [500] },
        circuitBreaker: false,
        bulkhead: { concurrency: Math.ceil(concurrency / 2), queue: concurrency },
        profiles: {
          Refused: { circuitBreaker: { consecutiveFailures: 5, failureRate: false, breakDuration: '10 millis' } }
        }
      }).pipe(
        Layer.provide([layerRestful({ maxBodyBytes: 10_000 }), CircuitStore.layerMemory]),
        Layer.provide([layerUndici(), PolicyKeys.layerMemory({})])
      )
      yield* Effect.gen(function* () {
        const { exchange } = yield* RestfulProvider
        const one = (number: number) =>
          Effect.gen(function* () {
            const plan = plans[number % 23 === 0 ? 3 : number % 3]
            if (plan === undefined) return
            const called = Effect.match(exchange(plan, [`claim ${number}`]), {
              onSuccess: () => note('answered'),
              onFailure: ({ failure }) => note(failure._tag)
            })
            if (number % 17 === 0) {
              const fiber = yield* Effect.forkChild(called, { startImmediately: true })
              if (number % 2 === 0) yield* Effect.sleep(2)
              yield* Fiber.interrupt(fiber)
              note('interrupted')
            } else yield* called
            if (number % 1000 === 0) onProgress?.(number)
          })
        yield* Effect.forEach(
          Array.from({ length: exchanges }, (_, index) => index + 1),
          one,
          { concurrency, discard: true }
        )
      }).pipe(Effect.provide(layer))
    }).pipe(Effect.scoped)
    yield* settle
    return { outcomes, before, after: resources() }
  })
