/** `trustframe build`: writes policies with their settings in place, ready to be uploaded. */
import { applySettings, decodePolicy, type Diagnostic, sourceText } from '@trustframe/policy'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as FileSystem from 'effect/FileSystem'
import * as Path from 'effect/Path'
import { Command, Flag } from 'effect/cli'
import { CannotRun, cannotRun, Found } from '../CliFailure.ts'
import { paths, projectFlags } from '../flags/projectFlags.ts'
import { formatDiagnostics } from '../output/formatDiagnostics.ts'
import { readBytes } from '../project/files.ts'
import { loadProjects } from '../project/Project.ts'

/** The longest folder that all files have in common. */
const commonFolder = (path: Path.Path, files: ReadonlyArray<string>): string => {
  const [first = '', ...rest] = files.map((file) => path.dirname(path.resolve(file)))
  return rest.reduce((common, folder) => {
    let shared = common
    while (shared !== path.dirname(shared) && folder !== shared && !folder.startsWith(shared + path.sep)) {
      shared = path.dirname(shared)
    }
    return shared
  }, first)
}

export const build = Command.make(
  'build',
  {
    paths,
    config: projectFlags.config,
    settings: projectFlags.settings,
    env: projectFlags.env,
    set: projectFlags.set,
    out: Flag.String('out').pipe(
      Flag.withDescription('The folder to write to; each environment gets a folder of its name in it'),
      Flag.withMetavar('DIR'),
      Flag.withDefault('Environments')
    )
  },
  Effect.fn('cli.build')(function* (options) {
    const fs = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const problems: Array<Diagnostic> = []
    let written = 0
    for (const { policies, settings } of yield* loadProjects(options)) {
      const files = policies.named.map((file) => file.path)
      const root = commonFolder(path, files)
      for (const file of files) {
        const { text } = decodePolicy(yield* readBytes('the policy', file))
        const { diagnostics, source } = applySettings(sourceText(file, text), settings)
        problems.push(...diagnostics)
        const target = path.join(options.out, settings?.environment ?? '', path.relative(root, path.resolve(file)))
        yield* fs.makeDirectory(path.dirname(target), { recursive: true }).pipe(
          Effect.andThen(fs.writeFileString(target, source.text)),
          Effect.mapError((error) => cannotRun(`cannot write "${target}": ${error.message}`))
        )
        yield* Console.log(target)
        written += 1
      }
    }
    if (problems.length === 0) return
    yield* Console.error(formatDiagnostics(problems, process.stderr.isTTY))
    if (problems.some(({ severity }) => severity === 'error')) {
      if (written === 0) return yield* new CannotRun({ text: 'error: nothing was written' })
      return yield* new Found()
    }
  })
).pipe(
  Command.withDescription('Write policies with their settings in place, ready to be uploaded'),
  Command.withExamples([
    { command: 'trustframe build policies --env Production --out built', description: 'One environment' }
  ])
)
