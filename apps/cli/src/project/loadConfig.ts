/** Finds and reads the project file. */
import { TrustframeConfig } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import * as FileSystem from 'effect/FileSystem'
import * as Path from 'effect/Path'
import * as Schema from 'effect/Schema'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import { readText } from './files.ts'

/** A configuration and the folder that its paths start from. */
export interface LoadedConfig {
  readonly config: TrustframeConfig
  readonly folder: string
  /** Missing when there is no project file. */
  readonly file: string | undefined
}

const defaultFile = 'trustframe.json'
const decode = Schema.decodeUnknownResult(Schema.fromJsonString(TrustframeConfig), {
  errors: 'all',
  onExcessProperty: 'error'
})

const read = Effect.fnUntraced(function* (file: string) {
  const path = yield* Path.Path
  const text = yield* readText('the project file', file)
  const decoded = decode(text)
  if (decoded._tag === 'Failure') {
    return yield* cannotRun(
      `${file} is no valid project file:\n${decoded.failure.message.replaceAll(/^/gm, '  ')}`,
      'its JSON Schema is trustframe.schema.json of @trustframe/runtime'
    )
  }
  return { config: decoded.success, file, folder: path.dirname(path.resolve(file)) }
})

/** The file that was named, else `trustframe.json` of this folder, else nothing. */
export const loadConfig = Effect.fnUntraced(function* (
  named: string | undefined
): Effect.fn.Return<LoadedConfig, CannotRun, FileSystem.FileSystem | Path.Path> {
  if (named !== undefined) return yield* read(named)
  const fs = yield* FileSystem.FileSystem
  const exists = yield* Effect.orElseSucceed(fs.exists(defaultFile), () => false)
  return exists ? yield* read(defaultFile) : { config: {}, file: undefined, folder: process.cwd() }
})
