/** What the protocols of identity providers work with. */
import type { JsonObject } from '@trustframe/claims'
import {
  type DiscoveryDocuments,
  type IdTokens,
  type PolicyKeys,
  type ProviderFailure,
  randomBytes
} from '@trustframe/core/ports'
import type { KeyReference } from '@trustframe/plan/plan'
import type * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Hex from 'effect/encoding/Hex'
import * as Redacted from 'effect/Redacted'
import type { OutboundRequest, SendOutbound } from '../outbound/sendOutbound.ts'
import { type Endpoint, readEndpoint } from './endpointAnswer.ts'
import { failed, unreachable } from './failures.ts'

/** The ports behind the adapter, and its settings. */
export interface ProviderTools {
  readonly send: SendOutbound
  readonly documents: Context.Service.Shape<typeof DiscoveryDocuments>
  readonly keys: Context.Service.Shape<typeof PolicyKeys>
  readonly idTokens: Context.Service.Shape<typeof IdTokens>
  readonly userAgent: string
  readonly missingNonce: 'accept' | 'refuse'
}

/** What a protocol does: an answer, or why there is none. */
export type Attempted<A> = Effect.Effect<A, ProviderFailure>

/** Calls an endpoint and reads its members. */
export const callEndpoint = (
  { send }: ProviderTools,
  endpoint: Endpoint,
  request: OutboundRequest
): Attempted<JsonObject> =>
  send(request).pipe(
    Effect.mapError((failure) => unreachable(endpoint, failure)),
    Effect.flatMap((response) => Effect.fromResult(readEndpoint(endpoint, response)))
  )

/** The text of a policy key. */
export const secretOf = ({ keys }: ProviderTools, { id, storageReferenceId }: KeyReference): Attempted<string> =>
  Effect.matchEffect(keys.get(storageReferenceId), {
    onFailure: ({ message }) => Effect.fail(failed('KeyUnavailable', `${message} (${id})`)),
    onSuccess: (key) =>
      key._tag === 'Secret'
        ? Effect.succeed(Redacted.value(key.secret))
        : Effect.fail(
            failed('KeyUnavailable', `policy key "${storageReferenceId}" (${id}) is a certificate; a secret is needed`)
          )
  })

/** 32 hexadecimal digits by chance. */
export const randomHex: Effect.Effect<string> = Effect.map(randomBytes(16), Hex.encode)
