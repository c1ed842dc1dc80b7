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

/** The settings to build policies with; `undefined` when there are none at all. */
export const loadSettings = Effect.fnUntraced(function* ({
  environment,
  file,
  overrides
}: SettingsSource): Effect.fn.Return<Settings | undefined, CannotRun, FileSystem.FileSystem> {
  if (file === undefined) {
    if (environment !== undefined) {
      return yield* cannotRun(
        `there is no environment "${environment}", because there is no settings file`,
        'name one with --settings'
      )
    }
    return overrides.length === 0 ? undefined : { environment: '', values: Object.fromEntries(overrides) }
  }
  const known = yield* environments(file)
  const names = known.map(({ name }) => name.value)
  const chosen =
    environment === undefined
      ? known.length === 1
        ? known[0]
        : undefined
      : known.find(({ name }) => name.value.toLowerCase() === environment.toLowerCase())
  if (chosen === undefined) {
    const near = environment === undefined ? undefined : suggest(environment, names)
    return yield* cannotRun(
      environment === undefined
        ? `${file} has ${known.length} environments: ${names.join(', ')}`
        : `${file} has no environment "${environment}"`,
      environment === undefined
        ? 'name one with --env'
        : near === undefined
          ? `it has ${names.join(', ')}`
          : `did you mean "${near}"?`
    )
  }
  return { ...chosen.settings, values: override(chosen.settings.values, overrides) }
})
