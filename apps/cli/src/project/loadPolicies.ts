/** Finds and reads the policy files of a project. */
import { parsePolicy, type PolicyFile, type PolicySet, resolvePolicies, type Settings } from '@trustframe/policy'
import * as Effect from 'effect/Effect'
import * as FileSystem from 'effect/FileSystem'
import * as Path from 'effect/Path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { cannotRun, type CannotRun } from '../CliFailure.ts'
import { readBytes } from './files.ts'

/** Policies, and which of their files were asked for by name. */
export interface LoadedPolicies {
  readonly set: PolicySet
  /** The files that were named or found; without those that were only read as bases. */
  readonly named: ReadonlyArray<PolicyFile>
}

type Services = FileSystem.FileSystem | Path.Path

const ignore = ['**/node_modules/**', '**/.git/**']

/** The policy files that a path means: itself, those below a folder, those that match a pattern. */
const expand = Effect.fnUntraced(function* (
  pattern: string,
  folder: string
): Effect.fn.Return<ReadonlyArray<string>, CannotRun, Services> {
  const fs = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const absolute = path.resolve(folder, pattern)
  const info = yield* Effect.option(fs.stat(absolute))
  if (info._tag === 'Some' && info.value.type === 'File') return [absolute]
  const patterns = info._tag === 'Some' ? ['**/*.xml'] : isDynamicPattern(pattern) ? [pattern] : []
  const cwd = info._tag === 'Some' ? absolute : folder
  if (patterns.length === 0) return yield* cannotRun(`there is no file or folder "${pattern}"`)
  const found = yield* Effect.promise(() => glob(patterns, { cwd, absolute: true, caseSensitiveMatch: false, ignore }))
  if (found.length === 0) return yield* cannotRun(`"${pattern}" holds no .xml files`)
  return found.toSorted()
})

/** A path as messages show it: relative to where the person stands, when that is shorter. */
const shown = (path: Path.Path, file: string): string => {
  const relative = path.relative(process.cwd(), file)
  return (relative.length < file.length ? relative : file).replaceAll('\\', '/')
}

const isPolicy = (file: PolicyFile): boolean => file.root === undefined || file.root.name === 'TrustFrameworkPolicy'

/**
 * Reads policies. Of a folder or a pattern, only TrustFrameworkPolicy files count; a base that is not among them is looked
 * for beside the files that were named.
 */
export const loadPolicies = Effect.fnUntraced(function* (
  patterns: ReadonlyArray<string>,
  folder: string,
  settings: Settings | undefined
): Effect.fn.Return<LoadedPolicies, CannotRun, Services> {
  const path = yield* Path.Path
  const read = (file: string) =>
    Effect.map(readBytes('the policy', file), (bytes) =>
      parsePolicy({ path: shown(path, file), bytes, ...(settings === undefined ? {} : { settings }) })
    )
  const expanded = yield* Effect.forEach(patterns, (pattern) => expand(pattern, folder))
  const paths = [...new Set(expanded.flat())]
  const named = (yield* Effect.forEach(paths, read)).filter(isPolicy)

  const siblings = [...new Set(paths.map((file) => path.dirname(file)))]
  const candidates = yield* Effect.forEach(siblings, (cwd) =>
    Effect.promise(() => glob(['*.xml'], { cwd, absolute: true, caseSensitiveMatch: false }))
  )
  const others = candidates.flat().filter((file) => !paths.includes(path.normalize(file)) && !paths.includes(file))
  const known = new Set(named.flatMap(({ policyId }) => policyId?.value.toLowerCase() ?? []))
  const missing = named.some(
    ({ basePolicy }) => basePolicy !== undefined && !known.has(basePolicy.policyId.value.toLowerCase())
  )
  const bases = missing ? (yield* Effect.forEach(others, read)).filter(isPolicy) : []
  return { set: resolvePolicies([...named, ...bases]), named }
})
