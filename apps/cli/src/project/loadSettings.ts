/** Works out the settings of a project: an environment of its appsettings.json, and what the command line says. */
import { readAppSettings, type Settings, suggest } from '@trustframe/policy'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import { cannotRun, CannotRun } from '../CliFailure.ts'
import { formatDiagnostics } from '../output/formatDiagnostics.ts'
import { readText } from './files.ts'

/** What decides the settings. */
export interface SettingsSource {
  readonly file: string | undefined
  readonly environment: string | undefined
  /** Over the values of the environment. */
  readonly overrides: ReadonlyArray<readonly [string, string]>
}

const environments = Effect.fnUntraced(function* (file: string) {
  const read = readAppSettings(file, yield* readText('the settings', file))
  if (read.diagnostics.some(({ severity }) => severity === 'error')) {
    return yield* new CannotRun({ text: formatDiagnostics(read.diagnostics) })
  }
  return read.environments
})

/** Names match ignoring case; a setting that the environment has keeps its name, since `{Name}` is matched exactly. */
const override = (values: Readonly<Record<string, string>>, overrides: SettingsSource['overrides']) => {
  const merged = new Map(Object.entries(values))
  for (const [name, value] of overrides) {
    const known = [...merged.keys()].find((key) => key.toLowerCase() === name.toLowerCase())
    merged.set(known ?? name, value)
  }
  return Object.fromEntries(merged)
}

/** The settings of every environment that is meant: the one named, else all of the file; one without settings where there is no file. */
export const loadAllSettings = Effect.fnUntraced(function* ({
  environment,
  file,
  overrides
}: SettingsSource): Effect.fn.Return<
  readonly [Settings | undefined, ...ReadonlyArray<Settings | undefined>],
  CannotRun,
  FileSystem.FileSystem
> {
  if (file === undefined) {
    if (environment !== undefined) {
      return yield* cannotRun(
        `there is no environment "${environment}", because there is no settings file`,
        'name one with --settings'
      )
    }
    return [overrides.length === 0 ? undefined : { environment: '', values: Object.fromEntries(overrides) }]
  }
  const known = yield* environments(file)
  const meant =
    environment === undefined
      ? known
      : known.filter(({ name }) => name.value.toLowerCase() === environment.toLowerCase())
  const [first, ...rest] = meant.map(({ settings }) => ({ ...settings, values: override(settings.values, overrides) }))
  if (first === undefined) {
    const names = known.map(({ name }) => name.value)
    const near = environment === undefined ? undefined : suggest(environment, names)
    return yield* cannotRun(
      `${file} has no environment${environment === undefined ? 's' : ` "${environment}"`}`,
      near === undefined ? `it has ${names.join(', ')}` : `did you mean "${near}"?`
    )
  }
  return [first, ...rest]
})

/** The settings to build policies with; `undefined` when there are none at all. Several environments need a name. */
export const loadSettings = Effect.fnUntraced(function* (
  source: SettingsSource
): Effect.fn.Return<Settings | undefined, CannotRun, FileSystem.FileSystem> {
  const [settings, ...others] = yield* loadAllSettings(source)
  if (others.length > 0) {
    const names = [settings, ...others].map((candidate) => candidate?.environment ?? '')
    return yield* cannotRun(
      `${source.file ?? ''} has ${names.length} environments: ${names.join(', ')}`,
      'name one with --env'
    )
  }
  return settings
})
