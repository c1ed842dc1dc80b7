/** The one place where a message id becomes the text that a person reads. */
import type { Located } from '@trustframe/plan/plan'

/** Who wrote the text: the page's language resources, the profile's metadata, the service, or B2C itself. */
export type MessageSource = 'localization' | 'metadata' | 'service' | 'built-in'

/** A text for a person, and where it comes from. */
export interface UserMessage {
  readonly text: string
  /** The message's id, such as `UserMessageIfRequestTimeout`; `userMessage` when the service wrote it. */
  readonly key: string
  readonly source: MessageSource
  /** Where the policy says so. */
  readonly origin: Located['origin'] | undefined
  /** The service's own code of its message. */
  readonly code?: string
}

/** Finds a localised text by its string id (`ElementType="ErrorMessage"`). */
export type Localize = (stringId: string) => Located | undefined

/** No page, no language resources. */
export const notLocalized: Localize = () => undefined

/** Where the texts of messages are found. */
export interface MessageSources {
  readonly localize: Localize
  /** Metadata by key in lower case: of the profile that failed, then of the page that called it. */
  readonly metadata: ReadonlyArray<ReadonlyMap<string, Located>>
  /** B2C's own texts by key in lower case, in the same order. */
  readonly defaults: ReadonlyArray<ReadonlyMap<string, string>>
}

/** A message that fits; several are tried in order, from the specific to the general. */
export interface MessageCandidate {
  readonly key: string
  /** What `{0}`, `{1}`, … stand for. */
  readonly values: ReadonlyArray<string>
}

/** Replaces `{0}`, `{1}`, … and leaves what has no argument. */
export const fillIn = (text: string, values: ReadonlyArray<string>): string =>
  text.replaceAll(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole)

const first = <Value>(maps: ReadonlyArray<ReadonlyMap<string, Value>>, key: string): Value | undefined => {
  for (const map of maps) {
    const found = map.get(key.toLowerCase())
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * What a person reads: for each candidate its localised text, then its metadata; when the policy has none of them, B2C's own
 * words for the first candidate that has any, and `undefined` when there are none either.
 *
 * Sources: localization-string-ids, technical-profiles section 0 (localized wins over metadata).
 */
export const findMessage = (
  candidates: ReadonlyArray<MessageCandidate>,
  { defaults, localize, metadata }: MessageSources
): UserMessage | undefined => {
  for (const { key, values } of candidates) {
    const localized = localize(key)
    const found = localized ?? first(metadata, key)
    if (found === undefined) continue
    const source = localized === undefined ? 'metadata' : 'localization'
    return { text: fillIn(found.value, values), key, source, origin: found.origin }
  }
  for (const { key, values } of candidates) {
    const text = first(defaults, key)
    if (text !== undefined) return { text: fillIn(text, values), key, source: 'built-in', origin: undefined }
  }
  return undefined
}
