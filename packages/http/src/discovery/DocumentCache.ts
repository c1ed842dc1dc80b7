/** Documents that were read, and those that are being read: each URL once at a time. */
import type { JsonObject } from '@trustframe/claims'
import type { DocumentUnavailable } from '@trustframe/core/ports'
import * as Clock from 'effect/Clock'
import * as Deferred from 'effect/Deferred'
import * as Effect from 'effect/Effect'
import type * as Scope from 'effect/Scope'

/** A document as it was read. */
export interface ReadDocument {
  readonly document: JsonObject
  /** How long it may be used, in milliseconds; `undefined` when nobody says. */
  readonly freshMillis: number | undefined
}

/** How long documents are used; all in milliseconds. */
export interface CacheRules {
  /** Without another word. */
  readonly timeToLive: number
  /** At most, whatever a document's answer says. */
  readonly maxAge: number
  /** At least, whoever asks for a fresh one. */
  readonly minInterval: number
  /** Instead of one that cannot be read any more. */
  readonly staleFor: number
  readonly capacity: number
}

type Reading = Deferred.Deferred<JsonObject, DocumentUnavailable>

interface Entry {
  reading: Reading | undefined
  known: { readonly document: JsonObject; readonly readAt: number; readonly staleAt: number } | undefined
  /** When the last reading began. */
  triedAt: number
}

/** Reads documents by `load`, in fibers of `scope`: whoever waits for one may go away without spoiling it for others. */
export class DocumentCache {
  readonly #load: (url: string) => Effect.Effect<ReadDocument, DocumentUnavailable>
  readonly #rules: CacheRules
  readonly #scope: Scope.Scope
  /** The one that was asked for last is the last. */
  readonly #entries = new Map<string, Entry>()

  constructor(
    load: (url: string) => Effect.Effect<ReadDocument, DocumentUnavailable>,
    rules: CacheRules,
    scope: Scope.Scope
  ) {
    this.#load = load
    this.#rules = rules
    this.#scope = scope
  }

  read(url: string, fresh: boolean): Effect.Effect<JsonObject, DocumentUnavailable> {
    return Effect.flatMap(Clock.currentTimeMillis, (now) => {
      const entry = this.#entry(url)
      const { known, reading } = entry
      if (reading !== undefined) return Deferred.await(reading)
      const isRecent = now - entry.triedAt < this.#rules.minInterval
      if (known !== undefined && (isRecent || (!fresh && now < known.staleAt))) return Effect.succeed(known.document)
      return this.#start(url, entry, now)
    })
  }

  #entry(url: string): Entry {
    const entry = this.#entries.get(url) ?? { reading: undefined, known: undefined, triedAt: -Infinity }
    this.#entries.delete(url)
    this.#entries.set(url, entry)
    for (const [oldest, { reading }] of this.#entries) {
      if (this.#entries.size <= this.#rules.capacity) break
      if (reading === undefined && oldest !== url) this.#entries.delete(oldest)
    }
    return entry
  }

  #start(url: string, entry: Entry, now: number): Effect.Effect<JsonObject, DocumentUnavailable> {
    const reading: Reading = Deferred.makeUnsafe()
    entry.reading = reading
    entry.triedAt = now
    const work = this.#load(url).pipe(
      Effect.map(({ document, freshMillis }) => {
        const { maxAge, minInterval, timeToLive } = this.#rules
        const age = Math.max(minInterval, Math.min(maxAge, freshMillis ?? timeToLive))
        entry.known = { document, readAt: now, staleAt: now + age }
        return document
      }),
      Effect.catch((error) => {
        const { known } = entry
        if (known !== undefined && now - known.readAt < this.#rules.staleFor) return Effect.succeed(known.document)
        entry.known = undefined
        return Effect.fail(error)
      }),
      Effect.onExit((exit) => {
        entry.reading = undefined
        return Deferred.done(reading, exit)
      })
    )
    return Effect.andThen(Effect.forkIn(work, this.#scope), Deferred.await(reading))
  }
}
