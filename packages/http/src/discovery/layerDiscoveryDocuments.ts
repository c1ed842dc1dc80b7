/** `DiscoveryDocuments` over a `Transport`: reads the documents of identity providers and keeps them for a while. */
import { describeFailure } from '@trustframe/core/exchange'
import { DiscoveryDocuments, DocumentUnavailable } from '@trustframe/core/ports'
import * as Duration from 'effect/Duration'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import type { OutboundRules } from '../outbound/OutboundRules.ts'
import { sendOutbound } from '../outbound/sendOutbound.ts'
import { maskUrl } from '../request/mask.ts'
import { Transport } from '../transport/Transport.ts'
import { DocumentCache, type ReadDocument } from './DocumentCache.ts'
import { freshnessMillis, readDocument } from './readDocument.ts'

/** How documents are read, and how long they are used. */
export interface DiscoveryOptions extends OutboundRules {
  /** How long a document is used whose answer has no `Cache-Control: max-age`. Default: 1 hour. */
  readonly timeToLive?: Duration.Input
  /** The longest that a document is used before it is read anew, whatever its answer says. Default: 1 day. */
  readonly maxAge?: Duration.Input
  /** A document is read at most this often, whoever asks for a fresh one. Default: 1 minute. */
  readonly minInterval?: Duration.Input
  /** How long a document that was read stands in for one that cannot be read any more. Default: 1 day. */
  readonly staleFor?: Duration.Input
  /** Documents that are kept. Default: 1000. */
  readonly capacity?: number
  /** Largest document, in bytes. Default: 512 KiB. */
  readonly maxBodyBytes?: number
  /** How many redirects are followed. Default: 3. */
  readonly redirects?: number
  /** How long one reading may take. Default: 10 seconds. */
  readonly timeLimit?: Duration.Input
  /** `User-Agent`. Default: `trustframe`. */
  readonly userAgent?: string
}

const millis = (input: Duration.Input): number => Duration.toMillis(Duration.fromInputUnsafe(input))

/**
 * Reads documents over the `Transport` of the runtime. Whoever asks for a document that is being read waits for the same
 * reading; a document that cannot be read anew is used a while longer.
 */
export const layerDiscoveryDocuments = (
  options: DiscoveryOptions = {}
): Layer.Layer<DiscoveryDocuments, never, Transport> =>
  Layer.effect(
    DiscoveryDocuments,
    Effect.gen(function* () {
      const send = sendOutbound(yield* Transport, options, {
        maxBodyBytes: options.maxBodyBytes ?? 512 * 1024,
        redirects: options.redirects ?? 3,
        timeLimitMillis: millis(options.timeLimit ?? '10 seconds')
      })
      const headers = [
        ['accept', 'application/json'],
        ['user-agent', options.userAgent ?? 'trustframe']
      ] as const

      const load = (url: string): Effect.Effect<ReadDocument, DocumentUnavailable> =>
        send({ method: 'GET', url, headers }).pipe(
          Effect.mapError(describeFailure),
          Effect.flatMap((response) =>
            Effect.map(Effect.fromResult(readDocument(response)), (document) => ({
              document,
              freshMillis: freshnessMillis(response)
            }))
          ),
          Effect.mapError((detail) => new DocumentUnavailable({ url: maskUrl(url), detail }))
        )

      const cache = new DocumentCache(
        load,
        {
          timeToLive: millis(options.timeToLive ?? '1 hour'),
          maxAge: millis(options.maxAge ?? '1 day'),
          minInterval: millis(options.minInterval ?? '1 minute'),
          staleFor: millis(options.staleFor ?? '1 day'),
          capacity: options.capacity ?? 1000
        },
        yield* Effect.scope
      )
      return DiscoveryDocuments.of({ read: (url, { fresh = false } = {}) => cache.read(url, fresh) })
    })
  )
