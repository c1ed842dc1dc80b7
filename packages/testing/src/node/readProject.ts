/** Reads a project from disk into a situation: the policies, settings, accounts and resilience that the command runs with. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAppSettings, type Settings } from '@trustframe/policy'
import { tenantOptions, TrustframeConfig } from '@trustframe/runtime'
import * as Result from 'effect/Result'
import * as Schema from 'effect/Schema'
import { globSync, isDynamicPattern } from 'tinyglobby'
import { problemOf, ScenarioProblem } from '../scenario/ScenarioProblem.ts'
import type { Situation } from '../scenario/Situation.ts'

/** What is read otherwise than the project file says. */
export interface ProjectOptions {
  /** The environment of the settings file. */
  readonly environment?: string
  /** Settings over those of the environment. */
  readonly settings?: Readonly<Record<string, string>>
}

const configName = 'trustframe.json'
const decodeConfig = Schema.decodeUnknownResult(Schema.fromJsonString(TrustframeConfig), {
  errors: 'all',
  onExcessProperty: 'error'
})

const readText = (what: string, file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ScenarioProblem(`cannot read ${what} "${relative(process.cwd(), file)}"`, { cause })
  }
}

const readConfig = (folder: string): TrustframeConfig => {
  const file = join(folder, configName)
  if (!existsSync(file)) return {}
  const config = decodeConfig(readText('the project file', file))
  if (Result.isSuccess(config)) return config.success
  throw new ScenarioProblem(`${relative(process.cwd(), file)} is no valid project file:\n${config.failure.message}`)
}

/** The policy files that a pattern of the project file means: itself, those below a folder, those that match it. */
const expand = (pattern: string, folder: string): ReadonlyArray<string> => {
  const path = resolve(folder, pattern)
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  if (!isFolder && !isDynamicPattern(pattern)) return [path]
  const options = { absolute: true, caseSensitiveMatch: false, ignore: ['**/node_modules/**', '**/.git/**'] }
  return globSync(isFolder ? ['**/*.xml'] : [pattern], { ...options, cwd: isFolder ? path : folder }).toSorted()
}

const readPolicies = (patterns: ReadonlyArray<string>, folder: string): Readonly<Record<string, string>> => {
  const files = [...new Set(patterns.flatMap((pattern) => expand(pattern, folder)))]
  if (files.length === 0) throw new ScenarioProblem(`"${folder}" has no policy files that match ${patterns.join(', ')}`)
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readText('the policy', file)])
  )
}

const readSettings = (file: string, environment: string | undefined): Settings => {
  const { diagnostics, environments } = readAppSettings(file, readText('the settings', file))
  const problem = problemOf(diagnostics)
  if (problem !== undefined) throw problem
  const names = environments.map(({ name }) => name.value)
  const found =
    environment === undefined && environments.length === 1
      ? environments[0]
      : environments.find(({ name }) => name.value.toLowerCase() === environment?.toLowerCase())
  if (found !== undefined) return found.settings
  throw new ScenarioProblem(
    environment === undefined
      ? `the settings have several environments (${names.join(', ')}); name one`
      : `the settings have no environment "${environment}"; they have ${names.join(', ')}`
  )
}

/**
 * The situation that a folder describes: its `trustframe.json`, and without one every policy below it. Paths in messages
 * are relative to the folder. Keys, hosts and faults are left out: nothing leaves a scenario, and each test has its own.
 *
 * @example
 * const scenario = new Scenario({ ...readProject(new URL('..', import.meta.url)), examples: true })
 */
export const readProject = (folder: string | URL, options: ProjectOptions = {}): Situation => {
  const root = resolve(typeof folder === 'string' ? folder : fileURLToPath(folder))
  const config = readConfig(root)
  const environment = options.environment ?? config.environment
  const settings = config.settings === undefined ? undefined : readSettings(resolve(root, config.settings), environment)
  const values = { ...settings?.values, ...options.settings }
  return {
    policies: readPolicies(config.policies ?? ['.'], root),
    settings: { environment: '', ...settings, values },
    ...(config.users === undefined ? {} : { users: config.users }),
    ...(config.tenant === undefined ? {} : { tenant: tenantOptions({ tenant: config.tenant }) }),
    ...(config.resilience === undefined ? {} : { resilience: config.resilience })
  }
}
