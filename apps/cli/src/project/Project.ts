/** A project as commands work on it: its configuration, settings and policies, from files and options. */
import type { Settings } from '@trustframe/policy'
import type { TrustframeConfig } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import * as Option from 'effect/Option'
import * as Path from 'effect/Path'
import type { CannotRun } from '../CliFailure.ts'
import { assignments } from './assignments.ts'
import { loadConfig } from './loadConfig.ts'
import { loadPolicies, type LoadedPolicies } from './loadPolicies.ts'
import { loadSettings } from './loadSettings.ts'

/** The options of `projectFlags` and the paths. */
export interface ProjectOptions {
  readonly paths: ReadonlyArray<string>
  readonly config: Option.Option<string>
  readonly settings: Option.Option<string>
  readonly env: Option.Option<string>
  readonly set: ReadonlyArray<string>
}

/** What a command works on. */
export interface Project {
  readonly config: TrustframeConfig
  /** Where the paths of the configuration start. */
  readonly folder: string
  readonly settings: Settings | undefined
  readonly policies: LoadedPolicies
}

/** An option of the command line, else `TRUSTFRAME_<NAME>`, else the configuration's value as a path from its folder. */
export const choosePath = (
  path: Path.Path,
  option: Option.Option<string>,
  variable: string,
  configured: string | undefined,
  folder: string
): string | undefined =>
  Option.getOrUndefined(option) ??
  process.env[variable] ??
  (configured === undefined ? undefined : path.relative(process.cwd(), path.resolve(folder, configured)))

/** Loads a project, or says what keeps it from being loaded. */
export const loadProject = Effect.fnUntraced(function* (
  options: ProjectOptions
): Effect.fn.Return<Project, CannotRun, FileSystem.FileSystem | Path.Path> {
  const path = yield* Path.Path
  const { config, folder } = yield* loadConfig(
    Option.getOrUndefined(options.config) ?? process.env['TRUSTFRAME_CONFIG']
  )
  const settings = yield* loadSettings({
    file: choosePath(path, options.settings, 'TRUSTFRAME_SETTINGS', config.settings, folder),
    environment: Option.getOrUndefined(options.env) ?? process.env['TRUSTFRAME_ENVIRONMENT'] ?? config.environment,
    overrides: yield* assignments('--set', options.set)
  })
  const variable = process.env['TRUSTFRAME_POLICIES']
  const named = options.paths.length > 0 ? options.paths : variable === undefined ? undefined : [variable]
  const policies =
    named === undefined
      ? yield* loadPolicies(config.policies ?? ['.'], folder, settings)
      : yield* loadPolicies(named, process.cwd(), settings)
  return { config, folder, settings, policies }
})
