/** Asks who comes back from an identity provider: claims as JSON, or the address that the browser was sent back to. */
import type { PageAnswer } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { Prompt } from 'effect/cli'
import type { Asked } from './Asked.ts'

const readClaims = Schema.decodeUnknownResult(Schema.fromJsonString(Schema.Record(Schema.String, Schema.Json)))

const answerOf = (text: string): PageAnswer | undefined => {
  const claims = readClaims(text)
  if (Result.isSuccess(claims)) return { identity: claims.success }
  return URL.canParse(text) ? { returns: Object.fromEntries(new URL(text).searchParams) } : undefined
}

const wanted = 'Write claims such as { "sub": "42", "name": "Ada" }, or an address with its parameters.'

/** One answer. */
export const askProvider = (technicalProfile: string): Asked<PageAnswer> =>
  Prompt.String({
    message: `Who signs in (claims that ${technicalProfile} gives, as JSON, or the address that the browser comes back to)`,
    validate: (text) => (answerOf(text) === undefined ? Effect.fail(wanted) : Effect.succeed(text))
  }).pipe(
    Prompt.run,
    Effect.map((text) => answerOf(text) ?? { returns: {} })
  )
