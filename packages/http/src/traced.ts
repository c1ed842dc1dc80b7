/** The span of a call, for whoever collects spans. */
import type { ClaimsExchangeError } from '@trustframe/core/exchange'
import type { RestfulAnswer } from '@trustframe/core/ports'
import type { RestfulPlan } from '@trustframe/plan/plan'
import * as Effect from 'effect/Effect'
import { maskUrl } from './request/mask.ts'

type Answered = Effect.Effect<RestfulAnswer, ClaimsExchangeError>

const attributesOf = (status: number | undefined, errorType: string | undefined): Record<string, unknown> => ({
  ...(status === undefined ? {} : { 'http.response.status_code': status }),
  ...(errorType === undefined ? {} : { 'error.type': errorType })
})

/** A client span with the attributes of OpenTelemetry's HTTP conventions; the URL is the template, without any value. */
export const traced = (call: Answered, { id, method, serviceUrl }: RestfulPlan): Answered =>
  call.pipe(
    Effect.tap(({ status }) => Effect.annotateCurrentSpan(attributesOf(status, undefined))),
    Effect.tapError(({ attempts, failure }) =>
      Effect.annotateCurrentSpan(attributesOf(attempts[attempts.length - 1]?.status, failure._tag))
    ),
    Effect.withSpan('RestfulProvider.exchange', {
      kind: 'client',
      attributes: {
        'trustframe.technical_profile': id,
        'http.request.method': method,
        'url.template': maskUrl(serviceUrl.template)
      }
    })
  )
