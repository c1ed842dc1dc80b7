/** Reads the claims that a journey is given on the command line and in files. */
import { isJsonObject, type Json, MalformedJson, parseJson } from '@trustframe/claims'
import type { GivenClaim } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import { assignments } from './assignments.ts'
import { readText } from './files.ts'

const fromFile = Effect.fnUntraced(function* (file: string) {
  const json: Json | MalformedJson = parseJson(yield* readText('the claims', file))
  if (json instanceof MalformedJson || !isJsonObject(json)) {
    return yield* cannotRun(`${file} is no JSON object`, 'write claims as { "claimTypeId": value, … }')
  }
  return Object.entries(json).map(([id, value]): GivenClaim => ({ _tag: 'Json', id, json: value }))
})

/** Claims of the file first, so that options win. */
export const givenClaims = Effect.fnUntraced(function* (
  file: string | undefined,
  options: ReadonlyArray<string>
): Effect.fn.Return<ReadonlyArray<GivenClaim>, CannotRun, FileSystem.FileSystem> {
  const ofFile = file === undefined ? [] : yield* fromFile(file)
  const ofOptions = yield* assignments('--claim', options)
  return [...ofFile, ...ofOptions.map(([id, text]): GivenClaim => ({ _tag: 'Text', id, text }))]
})
