/** Hears what services receive, whoever answers in their place. */
import * as Context from 'effect/Context'
import type { ReceivedRequest } from './ReceivedRequest.ts'

/** Called by `layerFaultyTransport` with each request that reaches a service, at once and in order. Nobody by default. */
export const RequestListener = Context.Reference<((request: ReceivedRequest) => void) | undefined>(
  'trustframe/testing/RequestListener',
  { defaultValue: () => undefined }
)
