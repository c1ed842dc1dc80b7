/** Collects the policy keys of a project: those of its keys file, and over them those of the environment. */
import type { PolicyKey } from '@trustframe/core'
import { keysFromEnvironment, readKeys } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import { readText } from './files.ts'

/** Keys by `StorageReferenceId`. */
export const loadKeys = Effect.fnUntraced(function* (
  file: string | undefined
): Effect.fn.Return<Readonly<Record<string, PolicyKey>>, CannotRun, FileSystem.FileSystem> {
  const fromEnvironment = keysFromEnvironment(process.env)
  if (file === undefined) return fromEnvironment
  const read = readKeys(yield* readText('the keys', file))
  if (read._tag === 'Problem') {
    return yield* cannotRun(`${file}:${read.line}: ${read.message}`, 'write NAME=value lines, or a JSON object')
  }
  return { ...read.keys, ...fromEnvironment }
})
