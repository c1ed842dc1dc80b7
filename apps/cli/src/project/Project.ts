/** A project as commands work on it: its configuration, settings and policies, from files and options. */
import type { Settings } from '@trustframe/policy'
import type { TrustframeConfig } from '@trustframe/runtime'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import * as Option from 'effect/Option'
import * as Path from 'effect/Path'
import type { CannotRun } from '../CliFailure.ts'
import { assignments } from './assignments.ts'
import { loadConfig, type LoadedConfig } from './loadConfig.ts'
import { loadPolicies, type LoadedPolicies } from './loadPolicies.ts'
import { loadAllSettings, loadSettings, type SettingsSource } from './loadSettings.ts'

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
  /** The project file and the settings file, where there are any. */
  readonly sources: ReadonlyArray<string>
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

interface Sources extends LoadedConfig {
  readonly settings: SettingsSource
}

/** Where everything comes from: the configuration, and the settings that the options name. */
const sources = Effect.fnUntraced(function* (
  options: ProjectOptions
): Effect.fn.Return<Sources, CannotRun, FileSystem.FileSystem | Path.Path> {
  const path = yield* Path.Path
  const loaded = yield* loadConfig(Option.getOrUndefined(options.config) ?? process.env['TRUSTFRAME_CONFIG'])
  const settings = {
    file: choosePath(path, options.settings, 'TRUSTFRAME_SETTINGS', loaded.config.settings, loaded.folder),
    environment: Option.getOrUndefined(options.env) ?? process.env['TRUSTFRAME_ENVIRONMENT'],
    overrides: yield* assignments('--set', options.set)
  }
  return { ...loaded, settings }
})

const withPolicies = (
  { config, file, folder, settings: { file: settingsFile } }: Sources,
  paths: ReadonlyArray<string>,
  settings: Settings | undefined
): Effect.Effect<Project, CannotRun, FileSystem.FileSystem | Path.Path> => {
  const variable = process.env['TRUSTFRAME_POLICIES']
  const named = paths.length > 0 ? paths : variable === undefined ? undefined : [variable]
  const policies =
    named === undefined
      ? loadPolicies(config.policies ?? ['.'], folder, settings)
      : loadPolicies(named, process.cwd(), settings)
  return Effect.map(policies, (loaded) => ({
    config,
    folder,
    settings,
    policies: loaded,
    sources: [file, settingsFile].filter((source) => source !== undefined)
  }))
}

/** Loads a project, or says what keeps it from being loaded. */
export const loadProject = Effect.fnUntraced(function* (
  options: ProjectOptions
): Effect.fn.Return<Project, CannotRun, FileSystem.FileSystem | Path.Path> {
  const loaded = yield* sources(options)
  const environment = loaded.settings.environment ?? loaded.config.environment
  return yield* withPolicies(loaded, options.paths, yield* loadSettings({ ...loaded.settings, environment }))
})

/** Loads a project once for each of its environments, or for the one that the options name. */
export const loadProjects = Effect.fnUntraced(function* (
  options: ProjectOptions
): Effect.fn.Return<ReadonlyArray<Project>, CannotRun, FileSystem.FileSystem | Path.Path> {
  const loaded = yield* sources(options)
  const environments = yield* loadAllSettings(loaded.settings)
  return yield* Effect.forEach(environments, (settings) => withPolicies(loaded, options.paths, settings))
})
