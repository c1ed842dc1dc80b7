/** `trustframe eval`: tries one claims transformation, of a policy or by its method alone. */
import {
  type Ambient,
  type ClaimTable,
  compileTransformation,
  findTransformation,
  formatValue,
  type JsonObject,
  type RunTransformation,
  stringifyJson,
  toJson,
  transformations
} from '@trustframe/claims'
import { Entropy, fillIn, makeAmbient, masked, seededEntropy } from '@trustframe/core'
import { compileSingleTransformation } from '@trustframe/plan'
import { suggest } from '@trustframe/policy'
import * as Clock from 'effect/Clock'
import * as Console from 'effect/Console'
import * as DateTime from 'effect/DateTime'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import * as Option from 'effect/Option'
import * as Path from 'effect/Path'
import * as Redacted from 'effect/Redacted'
import { Argument, Command, Flag } from 'effect/cli'
import { CannotRun, cannotRun, Found } from '../CliFailure.ts'
import { declareMethod, typedName } from '../eval/declareMethod.ts'
import { evaluate, type Evaluation } from '../eval/evaluate.ts'
import { formatContract } from '../eval/formatContract.ts'
import { paths, projectFlags, runtimeFlags } from '../flags/projectFlags.ts'
import { styleFor } from '../output/style.ts'
import { assignments } from '../project/assignments.ts'
import { choosePolicy, refuseErrors, warn } from '../project/choosePolicy.ts'
import { loadKeys } from '../project/loadKeys.ts'
import { choosePath, loadProject, type Project, type ProjectOptions } from '../project/Project.ts'

type Pairs = ReadonlyArray<readonly [string, string]>

/** A transformation that is ready, and the claims that it is over. */
interface Ready {
  readonly claims: ClaimTable
  readonly secrets: ReadonlySet<number>
  readonly run: RunTransformation
  /** Names as they were given, without the data types after them. */
  readonly given: Pairs
}

/** A method that stands alone: its slots are the claims. */
const readyMethod = Effect.fnUntraced(function* (
  name: string,
  given: Pairs,
  parameters: Pairs,
  outputs: ReadonlyArray<string>
): Effect.fn.Return<Ready, CannotRun> {
  const transformation = findTransformation(name)
  if (transformation === undefined) {
    const near = suggest(name, transformations.keys())
    return yield* cannotRun(
      `there is no TransformationMethod or claims transformation "${name}"`,
      near === undefined ? 'name a method, or the id of a claims transformation of a policy' : `did you mean "${near}"?`
    )
  }
  const names = given.map(([text]) => typedName(text))
  const { claims, declaration } = declareMethod(transformation, names, parameters, outputs.map(typedName))
  const compiled = compileTransformation(declaration, { claims })
  const refused = compiled.problems.filter(({ effect }) => effect !== 'advice')
  if (compiled._tag === 'RefusedTransformation' || refused.length > 0) {
    return yield* new CannotRun({
      text: [
        ...refused.map(({ message }) => `error: ${message}`),
        `  help: trustframe eval ${transformation.contract.method} --help shows what it takes`
      ].join('\n')
    })
  }
  return {
    claims,
    secrets: new Set(),
    run: compiled.run,
    given: given.map(([, value], index) => [names[index]?.name ?? '', value])
  }
})

/** A claims transformation of the project's policy, if it has one of that id. */
const readyOfPolicy = Effect.fnUntraced(function* (
  project: Project,
  policyId: string | undefined,
  name: string,
  given: Pairs,
  parameters: Pairs
): Effect.fn.Return<Ready | undefined, CannotRun> {
  const policy = yield* choosePolicy(project, policyId)
  const compiled = compileSingleTransformation(policy, name)
  if (compiled === undefined) return undefined
  yield* refuseErrors(compiled.diagnostics)
  yield* warn(compiled.diagnostics)
  if (parameters.length > 0) {
    return yield* cannotRun(
      `claims transformation "${name}" has its parameters in the policy`,
      'leave --param out, or name the method to give parameters'
    )
  }
  const { claims, secrets, transformation } = compiled
  return transformation === undefined ? undefined : { claims, secrets, run: transformation.run, given }
})

/** The project, when the options or this folder name one; `undefined` when a method is meant to stand alone. */
const optionalProject = (
  options: ProjectOptions
): Effect.Effect<Project | undefined, CannotRun, FileSystem.FileSystem | Path.Path> =>
  options.paths.length > 0 || Option.isSome(options.config) ? loadProject(options) : Effect.succeed(undefined)

const document = ({ claims, secrets }: Ready, evaluation: Exclude<Evaluation, { _tag: 'Unusable' }>): JsonObject => {
  if (evaluation._tag === 'Failed') {
    const { failure } = evaluation
    return {
      version: 1,
      outcome: 'failed',
      error: {
        messageId: failure.messageId ?? null,
        text: failure.defaultText ?? null,
        arguments: failure.messageArguments,
        reason: failure.reason
      }
    }
  }
  const outputs = [...evaluation.changed].map(([id, value]) => {
    const secret = secrets.has(claims.find(id)?.slot ?? -1)
    return [id, value === undefined ? null : secret ? masked : toJson(value)] as const
  })
  return { version: 1, outcome: 'completed', claims: Object.fromEntries(outputs) }
}

const lines = (ready: Ready, evaluation: Exclude<Evaluation, { _tag: 'Unusable' }>): ReadonlyArray<string> => {
  if (evaluation._tag === 'Failed') {
    const { defaultText, messageArguments, messageId, reason } = evaluation.failure
    return [
      `failed: ${reason}`,
      ...(messageId === undefined
        ? []
        : [`  message ${messageId}${defaultText === undefined ? '' : `: ${fillIn(defaultText, messageArguments)}`}`])
    ]
  }
  if (evaluation.changed.size === 0) return ['no claim changed']
  return [...evaluation.changed].map(([id, value]) => {
    if (value === undefined) return `${id} has no value`
    const slot = ready.claims.find(id)?.slot ?? -1
    return `${id} = ${ready.secrets.has(slot) ? masked : typeof value === 'string' ? formatValue(value) : stringifyJson(toJson(value))}`
  })
}

export const evalCommand = Command.make(
  'eval',
  {
    name: Argument.String('transformation').pipe(
      Argument.withDescription('A TransformationMethod, or the id of a claims transformation of a policy')
    ),
    paths,
    ...projectFlags,
    keys: runtimeFlags.keys,
    claim: Flag.String('claim').pipe(
      Flag.withDescription('An input: a slot of the method, with :dataType where it matters, or a claim of the policy'),
      Flag.withMetavar('NAME=VALUE'),
      Flag.atLeast(0)
    ),
    param: Flag.String('param').pipe(
      Flag.withDescription('An input parameter of the method'),
      Flag.withMetavar('ID=VALUE'),
      Flag.atLeast(0)
    ),
    output: Flag.String('output').pipe(
      Flag.withDescription('A wanted output, for methods with outputs of any number'),
      Flag.withMetavar('NAME'),
      Flag.atLeast(0)
    ),
    now: Flag.String('now').pipe(
      Flag.withDescription('The time that it runs at, such as 2026-01-01T00:00:00Z'),
      Flag.withMetavar('TIME'),
      Flag.optional
    ),
    seed: Flag.String('seed').pipe(
      Flag.withDescription('Makes random results repeat themselves'),
      Flag.withMetavar('TEXT'),
      Flag.optional
    ),
    language: Flag.String('language').pipe(
      Flag.withDescription('The language of localised texts'),
      Flag.withMetavar('TAG'),
      Flag.withDefault('en')
    ),
    contract: Flag.Boolean('contract').pipe(
      Flag.withDescription('Show what the method takes and gives'),
      Flag.withDefault(false)
    ),
    format: Flag.Literals('format', ['text', 'json']).pipe(
      Flag.withDescription('How to print the result'),
      Flag.withDefault('text')
    )
  },
  Effect.fn('cli.eval')(function* (options) {
    const path = yield* Path.Path
    const style = styleFor(process.stdout, process.env)
    if (options.contract) {
      const transformation = findTransformation(options.name)
      if (transformation !== undefined) {
        return yield* Console.log(
          options.format === 'json'
            ? JSON.stringify(transformation.contract)
            : formatContract(transformation.contract, style)
        )
      }
    }
    const given = yield* assignments('--claim', options.claim)
    const parameters = yield* assignments('--param', options.param)
    const project = yield* optionalProject(options)
    const ofPolicy =
      project === undefined
        ? undefined
        : yield* readyOfPolicy(project, Option.getOrUndefined(options.policy), options.name, given, parameters)
    const ready = ofPolicy ?? (yield* readyMethod(options.name, given, parameters, options.output))

    const keys = yield* loadKeys(
      choosePath(path, options.keys, 'TRUSTFRAME_KEYS', project?.config.keys, project?.folder ?? '.')
    )
    const policyKey = (name: string) => {
      const key = Object.entries(keys).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1]
      return key?._tag === 'Secret' ? Redacted.value(key.secret) : undefined
    }
    const now = Option.isNone(options.now) ? undefined : DateTime.make(options.now.value)
    if (now !== undefined && Option.isNone(now)) {
      return yield* cannotRun(
        `"${Option.getOrElse(options.now, () => '')}" is no time`,
        'write it as 2026-01-01T00:00:00Z'
      )
    }
    const epochMillis =
      now === undefined ? yield* Clock.currentTimeMillis : DateTime.toEpochMillis(Option.getOrThrow(now))
    const entropy = Option.isSome(options.seed) ? seededEntropy(options.seed.value) : yield* Entropy
    const ambient: Ambient = makeAmbient(
      { epochMillis, entropy: entropy() },
      { correlationId: '', language: options.language, parameters: {}, hostName: '', ipAddress: '' },
      policyKey
    )

    const evaluation = evaluate(ready.claims, ready.run, ready.given, ambient)
    if (evaluation._tag === 'Unusable') return yield* cannotRun(evaluation.message, evaluation.help)
    yield* Console.log(
      options.format === 'json' ? stringifyJson(document(ready, evaluation)) : lines(ready, evaluation).join('\n')
    )
    if (evaluation._tag === 'Failed') return yield* new Found()
  })
).pipe(
  Command.withDescription('Try one claims transformation; with --help after its name, see what it takes and gives'),
  Command.withExamples([
    {
      command: 'trustframe eval ChangeCase --claim inputClaim1=SomeOne@Contoso.com --param toCase=LOWER',
      description: 'A method alone: its slots are the claims'
    },
    {
      command: 'trustframe eval CreateDisplayName policies --claim givenName=Ada --claim surname=Lovelace',
      description: 'A claims transformation of a policy: claims go by their ids'
    },
    { command: 'trustframe eval SetClaimsIfRegexMatch --help', description: 'What a method takes and gives' }
  ])
)
