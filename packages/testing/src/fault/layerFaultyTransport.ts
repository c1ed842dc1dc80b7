/** A transport whose requests meet faults. */
import { Transport } from '@trustframe/http'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import { CallingProfile } from '../request/CallingProfile.ts'
import { hostsOf } from '../request/hosts.ts'
import { ReceivedRequest } from '../request/ReceivedRequest.ts'
import { RequestListener } from '../request/RequestListener.ts'
import { serviceRequest } from '../request/ServiceRequest.ts'
import { Faults } from './FaultSchedule.ts'
import { arrives, performFault } from './performFault.ts'

const unnamed = () =>
  new Error('there are faults by technical profile, and nobody says which one is calling: put layerNamedCalls outside')

/** Wraps a `Transport`: the faults happen to its requests. Faults by technical profile need `layerNamedCalls` above it. */
export const layerFaultyTransport: Layer.Layer<Transport, never, Transport | Faults> = Layer.effect(
  Transport,
  Effect.gen(function* () {
    const transport = yield* Transport
    const faults = yield* Faults
    return Transport.of({
      send: (request) =>
        Effect.withFiber((fiber) => {
          const caller = fiber.getRef(CallingProfile)
          if (caller === undefined && faults.needsCaller) return Effect.die(unnamed())
          const read = serviceRequest(request, caller)
          const fault = faults.take(read, hostsOf(caller))
          if (arrives(fault)) fiber.getRef(RequestListener)?.(new ReceivedRequest(read, caller))
          return performFault(fault, request, caller, transport.send)
        })
    })
  })
)
