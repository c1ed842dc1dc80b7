/** `trustframe check`: finds what B2C would reject and what will surprise, in all files and environments at once. */
import { checkPolicies, diagnosticNames, findDiagnostic, type Level } from '@trustframe/lint'
import { type Diagnostic, type Severity, suggest } from '@trustframe/policy'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import * as Path from 'effect/Path'
import * as Stream from 'effect/Stream'
import { Command, Flag } from 'effect/cli'
import { checkDocument, summarize } from '../check/checkDocument.ts'
import { github } from '../check/github.ts'
import { junit } from '../check/junit.ts'
import { placeOf } from '../check/place.ts'
import { sarif } from '../check/sarif.ts'
import { watchFolders } from '../check/watchFolders.ts'
import { cannotRun, type CannotRun, Found } from '../CliFailure.ts'
import { paths, projectFlags, runtimeFlags } from '../flags/projectFlags.ts'
import { formatDiagnostics } from '../output/formatDiagnostics.ts'
import { styleFor } from '../output/style.ts'
import { loadKeys } from '../project/loadKeys.ts'
import { loadProjects, type Project, type ProjectOptions } from '../project/Project.ts'

/** What a check found. */
interface Checked {
  readonly diagnostics: ReadonlyArray<Diagnostic>
  readonly files: ReadonlyArray<string>
  /** Those files, and what decides how they are read. */
  readonly watched: ReadonlyArray<string>
}

interface CheckFlags extends ProjectOptions {
  readonly keys: Option.Option<string>
}

const placeKey = ({ code, message, span }: Diagnostic): string => {
  const { file, line, column } = span.source.positionAt(span.start)
  return `${file}:${line}:${column} ${code} ${message}`
}

/** The levels of the project file; a name that does not exist is refused. */
const levelsOf = Effect.fnUntraced(function* ({
  config
}: Project): Effect.fn.Return<Readonly<Record<string, Level>>, CannotRun> {
  const levels = config.lint ?? {}
  for (const name of Object.keys(levels)) {
    if (findDiagnostic(name) === undefined) {
      const near = suggest(name, diagnosticNames)
      return yield* cannotRun(
        `the project file sets the level of "${name}", which is neither a code nor a rule`,
        near === undefined ? 'trustframe explain lists them' : `did you mean "${near}"?`
      )
    }
  }
  return levels
})

/** A finding and the environments that have it. */
interface Occurrence {
  readonly diagnostic: Diagnostic
  readonly environments: Set<string>
}

/** What is wrong in some environments only says in which ones. */
const withEnvironments = ({ diagnostic, environments }: Occurrence, all: number): Diagnostic => {
  if (environments.size === all) return diagnostic
  const names = [...environments].map((name) => `"${name}"`).join(', ')
  const only = `only in the environment${environments.size === 1 ? '' : 's'} ${names}`
  return { ...diagnostic, help: diagnostic.help === undefined ? only : `${diagnostic.help}; ${only}` }
}

/** A suppression is in use when one environment needs it. */
const isUnusedSuppression = (code: string): boolean => code === 'TF3902'

/** Findings of all environments, each once: most do not depend on settings. */
const checkAll = Effect.fnUntraced(function* (options: CheckFlags) {
  const found = new Map<string, Occurrence>()
  const files = new Set<string>()
  const watched = new Set<string>()
  const keys = Option.isNone(options.keys) ? undefined : Object.keys(yield* loadKeys(options.keys.value))
  const projects = yield* loadProjects(options)
  for (const project of projects) {
    const { named, set } = project.policies
    const asked = new Set(named.map(({ path }) => path))
    for (const path of asked) files.add(path)
    for (const path of [...asked, ...project.sources]) watched.add(path)
    const levels = yield* levelsOf(project)
    for (const diagnostic of checkPolicies(set, keys === undefined ? { levels } : { levels, keys })) {
      // A base that was only looked up is checked where it belongs.
      if (!asked.has(diagnostic.span.source.path)) continue
      const key = placeKey(diagnostic)
      const occurrence = found.get(key) ?? { diagnostic, environments: new Set() }
      found.set(key, occurrence)
      occurrence.environments.add(project.settings?.environment ?? '')
    }
  }
  const order = [...files]
  const diagnostics = [...found.values()]
    .filter(
      ({ diagnostic: { code }, environments }) => !isUnusedSuppression(code) || environments.size === projects.length
    )
    .map((occurrence) => withEnvironments(occurrence, projects.length))
    .toSorted((a, b) => {
      const [first, second] = [placeOf(a.span), placeOf(b.span)]
      return (
        order.indexOf(first.file) - order.indexOf(second.file) ||
        first.line - second.line ||
        first.column - second.column
      )
    })
  return { diagnostics, files: order, watched: [...watched] } satisfies Checked
})

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

const summaryLine = ({ diagnostics, files }: Checked): string => {
  const { advice, errors, warnings } = summarize(diagnostics, files.length)
  const findings = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${advice} advice`
  return `${plural(files.length, 'file')}: ${findings}`
}

const format = (
  checked: Checked,
  as: 'text' | 'json' | 'sarif' | 'github' | 'junit',
  failing: ReadonlySet<Severity>
): string => {
  const { diagnostics, files } = checked
  switch (as) {
    case 'text': {
      const style = styleFor(process.stdout, process.env)
      const text = formatDiagnostics(diagnostics, style.bold('') !== '')
      return text === '' ? summaryLine(checked) : `${text}\n\n${summaryLine(checked)}`
    }
    case 'json':
      return JSON.stringify(checkDocument(diagnostics, files.length), null, 2)
    case 'sarif':
      return JSON.stringify(sarif(diagnostics), null, 2)
    case 'github':
      return github(diagnostics)
    case 'junit':
      return junit(diagnostics, files, failing)
  }
}

/** The folders whose changes matter. */
const foldersOf = Effect.fnUntraced(function* ({ watched: files }: Checked) {
  const path = yield* Path.Path
  const folders = [...new Set(files.map((file) => path.dirname(path.resolve(file))))]
  return folders.filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(other + path.sep)))
})

export const check = Command.make(
  'check',
  {
    paths,
    config: projectFlags.config,
    settings: projectFlags.settings,
    env: projectFlags.env,
    set: projectFlags.set,
    keys: runtimeFlags.keys.pipe(
      Flag.withDescription('The policy keys that exist; with it, references to others are findings')
    ),
    format: Flag.Literals('format', ['text', 'json', 'sarif', 'github', 'junit']).pipe(
      Flag.withDescription('How to print findings'),
      Flag.withDefault('text')
    ),
    failOn: Flag.Literals('fail-on', ['error', 'warning']).pipe(
      Flag.withDescription('The least severity that makes the command fail'),
      Flag.withDefault('error')
    ),
    watch: Flag.Boolean('watch').pipe(
      Flag.withDescription('Check again whenever a file changes'),
      Flag.withDefault(false)
    )
  },
  Effect.fn('cli.check')(function* (options) {
    const failing: ReadonlySet<Severity> = new Set(options.failOn === 'error' ? ['error'] : ['error', 'warning'])
    const once = Effect.gen(function* () {
      const checked = yield* checkAll(options)
      const text = format(checked, options.format, failing)
      if (text !== '') yield* Console.log(text)
      return checked
    })
    const checked = yield* once
    if (options.watch) {
      const again = once.pipe(
        Effect.asVoid,
        Effect.catch((error) => Console.error(error.text))
      )
      yield* Effect.scoped(
        Effect.gen(function* () {
          const changes = yield* watchFolders(yield* foldersOf(checked))
          yield* Console.log('watching for changes; Ctrl+C ends')
          yield* Stream.runForEach(changes, () => again)
        })
      )
    }
    if (checked.diagnostics.some(({ severity }) => failing.has(severity))) return yield* new Found()
  })
).pipe(
  Command.withDescription(
    'Find what B2C would reject, what fails at run time and what will surprise, without running anything'
  ),
  Command.withExamples([
    { command: 'trustframe check policies', description: 'All policies of a folder, in all environments' },
    {
      command: 'trustframe check --env Production --fail-on warning',
      description: 'One environment, strictly'
    },
    { command: 'trustframe check --format sarif > trustframe.sarif', description: 'For code scanning' }
  ])
)
