/** Reads files, and says which one and why when it cannot. */
import * as Effect from 'effect/Effect'
import * as FileSystem from 'effect/FileSystem'
import { cannotRun, type CannotRun } from '../CliFailure.ts'

const reasons: Readonly<Record<string, string>> = {
  NotFound: 'it does not exist',
  PermissionDenied: 'you may not read it',
  BadResource: 'it is no file'
}

/** The bytes of a file that a person named. */
export const readBytes = (what: string, path: string): Effect.Effect<Uint8Array, CannotRun, FileSystem.FileSystem> =>
  FileSystem.FileSystem.use((fs) => fs.readFile(path)).pipe(
    Effect.mapError((error) =>
      cannotRun(`cannot read ${what} "${path}": ${reasons[error.reason._tag] ?? error.message}`)
    )
  )

/** The text of a file that a person named, without its byte order mark. */
export const readText = (what: string, path: string): Effect.Effect<string, CannotRun, FileSystem.FileSystem> =>
  Effect.map(readBytes(what, path), (bytes) => new TextDecoder().decode(bytes))
