/** The port to documents that identity providers publish: OpenID Connect discovery, and their keys. */
import type { JsonObject } from '@trustframe/claims'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Schema from 'effect/Schema'

/** A document cannot be read. */
export class DocumentUnavailable extends Schema.TaggedError<DocumentUnavailable>()('DocumentUnavailable', {
  url: Schema.String,
  detail: Schema.String
}) {
  override get message() {
    return `the document at ${this.url} cannot be read: ${this.detail}`
  }
}

/**
 * Reads JSON documents, from a cache where it may. Tokens of strangers can ask for `fresh` documents: an adapter bounds how
 * often it reads one anew.
 */
export class DiscoveryDocuments extends Context.Service<
  DiscoveryDocuments,
  {
    /** `fresh`: not from the cache, since what is in it does not suffice (a key was exchanged). */
    readonly read: (
      url: string,
      options?: { readonly fresh?: boolean }
    ) => Effect.Effect<JsonObject, DocumentUnavailable>
  }
>()('trustframe/DiscoveryDocuments') {
  /** Documents that are held in memory, by their URL. */
  static readonly layerMemory = (documents: Readonly<Record<string, JsonObject>>): Layer.Layer<DiscoveryDocuments> =>
    Layer.succeed(DiscoveryDocuments, {
      read: (url) => {
        const document = documents[url]
        return document === undefined
          ? Effect.fail(new DocumentUnavailable({ url, detail: 'there is no such document' }))
          : Effect.succeed(document)
      }
    })
}
