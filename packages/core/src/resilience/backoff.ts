/** How long to wait before the next try. */
import type { ExchangeFailure } from '../exchange/ExchangeFailure.ts'
import type { ResolvedRetry } from './resolveOptions.ts'

/**
 * The pause before a retry, in milliseconds; `undefined` when the service asks for a longer one than is waited for. Full
 * jitter: a random part of the delay that doubles, or grows by `factor`, with each retry, so that callers who failed
 * together do not return together. A `Retry-After` comes on top.
 *
 * @param retry which retry this is, from 1
 * @param random from 0 to 1
 */
export const pauseMillis = (
  retry: number,
  failure: ExchangeFailure,
  { delayMillis, factor, maxDelayMillis, maxRetryAfterMillis }: ResolvedRetry,
  random: number
): number | undefined => {
  const asked = failure._tag === 'StatusRejected' ? (failure.retryAfterMillis ?? 0) : 0
  if (asked > maxRetryAfterMillis) return undefined
  return Math.round(asked + random * Math.min(maxDelayMillis, delayMillis * factor ** (retry - 1)))
}
