/** Fake partner services: they answer in place of the network, and refuse to guess. */
import { Transport } from '@trustframe/http'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { holdStill } from '../clock/VirtualClock.ts'
import { exampleAnswer } from '../example/exampleAnswer.ts'
import { CallingProfile, type ProfileCall } from '../request/CallingProfile.ts'
import { hostsOf } from '../request/hosts.ts'
import { ReceivedRequest } from '../request/ReceivedRequest.ts'
import { matcherOf, parseRequestPattern } from '../request/RequestPattern.ts'
import { type ServiceRequest, serviceRequest } from '../request/ServiceRequest.ts'
import { type Reply, reply } from './Reply.ts'
import { sendReply } from './sendReply.ts'
import { UnexpectedRequest } from './UnexpectedRequest.ts'

/** Answers a request; while it waits for a promise, the time of the test stands still. */
export type Handler = (request: ServiceRequest) => Reply | Promise<Reply> | Effect.Effect<Reply>

/**
 * Answers by the requests that they are for: the id of a technical profile, or `GET https://api.contoso.com/profile/:id`.
 * The first that matches answers.
 */
export type Services = Readonly<Record<string, Reply | Handler>>

/** How fake services deal with what nobody expects. */
export interface FakeServicesOptions {
  /**
   * Answer what no service is for with an example of what the profile's output claims need. Default: `false`; such a
   * request ends the test with an `UnexpectedRequest`.
   */
  readonly examples?: boolean
}

const call = (handler: Reply | Handler, request: ServiceRequest): Effect.Effect<Reply> => {
  if (typeof handler !== 'function') return Effect.succeed(handler)
  const answer = handler(request)
  if (Effect.isEffect(answer)) return answer
  return answer instanceof Promise ? holdStill(Effect.promise(() => answer)) : Effect.succeed(answer)
}

/** A `Transport` that ends at these services. Of several sets of services, the first one that has an answer gives it. */
export const layerFakeServices = (
  services: ReadonlyArray<Services>,
  { examples = false }: FakeServicesOptions = {}
): Layer.Layer<Transport> => {
  const handlers = services.flatMap((set) =>
    Object.entries(set).map(([name, handler]) => {
      const pattern = parseRequestPattern(name)
      return { pattern, matches: matcherOf(pattern), handler }
    })
  )

  const answer = (request: ServiceRequest, caller: ProfileCall | undefined): Effect.Effect<Reply> => {
    for (const { handler, matches } of handlers) {
      const params = matches(request, hostsOf(caller))
      if (params !== undefined) return call(handler, { ...request, params })
    }
    return examples && caller !== undefined
      ? Effect.succeed(reply.json(exampleAnswer(caller.plan)))
      : Effect.die(
          new UnexpectedRequest(
            new ReceivedRequest(request, caller),
            handlers.map(({ pattern }) => pattern)
          )
        )
  }

  return Layer.succeed(Transport, {
    send: (request) =>
      Effect.withFiber((fiber) => {
        const caller = fiber.getRef(CallingProfile)
        return Effect.flatMap(answer(serviceRequest(request, caller), caller), (given) => sendReply(given, request))
      })
  })
}
