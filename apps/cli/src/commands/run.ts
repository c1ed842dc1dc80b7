/** `trustframe run`: runs a journey, or one technical profile, and shows what happened. */
import { stringifyJson } from '@trustframe/claims'
import type { TraceEntry } from '@trustframe/core'
import { proxiesFromEnvironment } from '@trustframe/http'
import { type Compiled, compileJourney, compileSingleProfile, type JourneyPlan } from '@trustframe/plan'
import { issueTokens, layerRuntime, startClaims, tenantOptions } from '@trustframe/runtime'
import { layerAuthenticatorApp, layerIdentities } from '@trustframe/testing'
import * as Clock from 'effect/Clock'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Layer from 'effect/Layer'
import * as Option from 'effect/Option'
import * as Path from 'effect/Path'
import * as Result from 'effect/Result'
import { Command, Flag } from 'effect/cli'
import { CannotRun, cannotRun, Found } from '../CliFailure.ts'
import { paths, projectFlags, runtimeFlags } from '../flags/projectFlags.ts'
import { formatEnd } from '../output/formatEnd.ts'
import { livePrinter } from '../output/livePrinter.ts'
import { redactor } from '../output/redact.ts'
import { runDocument } from '../output/runDocument.ts'
import { styleFor } from '../output/style.ts'
import { assignments } from '../project/assignments.ts'
import { checkResilienceProfiles } from '../project/checkProfileIds.ts'
import { choosePolicy, refuseErrors, warn } from '../project/choosePolicy.ts'
import { givenClaims } from '../project/givenClaims.ts'
import { loadKeys } from '../project/loadKeys.ts'
import { choosePath, loadProject } from '../project/Project.ts'
import { answeringOf } from '../run/answeringOf.ts'
import { answerLine } from '../run/answerLine.ts'
import { driveJourney } from '../run/driveJourney.ts'
import { missingKeys } from '../run/missingKeys.ts'
import { secretValues } from '../run/secretValues.ts'
import { tokenLines, tokensDocument } from '../run/showTokens.ts'
import { unansweredLines } from '../run/unansweredLines.ts'

const planOf = Effect.fnUntraced(function* ({ diagnostics, plan }: Compiled): Effect.fn.Return<JourneyPlan, CannotRun> {
  yield* refuseErrors(diagnostics)
  yield* warn(diagnostics)
  if (plan === undefined) return yield* cannotRun('the policy cannot be run')
  return plan
})

/** The client of a request that names none; B2C knows no such request. */
const unnamedClient = '00000000-0000-0000-0000-000000000000'

export const run = Command.make(
  'run',
  {
    paths,
    ...projectFlags,
    ...runtimeFlags,
    journey: Flag.String('journey').pipe(
      Flag.withDescription('The user journey, instead of the relying party’s default one'),
      Flag.withMetavar('ID'),
      Flag.optional
    ),
    profile: Flag.String('profile').pipe(
      Flag.withDescription('Run this technical profile alone'),
      Flag.withMetavar('ID'),
      Flag.optional
    ),
    claim: Flag.String('claim').pipe(
      Flag.withDescription('A claim that is in the bag from the start; may be repeated'),
      Flag.withMetavar('NAME=VALUE'),
      Flag.atLeast(0)
    ),
    claims: Flag.String('claims').pipe(
      Flag.withDescription('A JSON object of claims that are in the bag from the start'),
      Flag.withMetavar('FILE'),
      Flag.optional
    ),
    answers: Flag.String('answers').pipe(
      Flag.withDescription('What a person does at each page (YAML or JSON), instead of being asked at the terminal'),
      Flag.withMetavar('FILE'),
      Flag.optional
    ),
    parameter: Flag.String('parameter').pipe(
      Flag.withDescription(
        'A parameter of the authorization request, such as client_id or login_hint; may be repeated'
      ),
      Flag.withMetavar('NAME=VALUE'),
      Flag.atLeast(0)
    ),
    language: Flag.String('language').pipe(
      Flag.withDescription('The language that the browser asks for'),
      Flag.withMetavar('TAG'),
      Flag.withDefault('en')
    ),
    identityProviders: Flag.Literals('identity-providers', ['scripted', 'real']).pipe(
      Flag.withDescription('Who answers for identity providers: the answers, or the providers themselves'),
      Flag.withDefault('scripted')
    ),
    tokens: Flag.Boolean('tokens').pipe(
      Flag.withDescription('Print the tokens whole, besides what they hold'),
      Flag.withDefault(false)
    ),
    format: Flag.Literals('format', ['text', 'json']).pipe(
      Flag.withDescription('How to print what happened'),
      Flag.withDefault('text')
    )
  },
  Effect.fn('cli.run')(function* (options) {
    const path = yield* Path.Path
    const project = yield* loadProject(options)
    const policy = yield* choosePolicy(
      project,
      Option.getOrUndefined(options.policy) ?? process.env['TRUSTFRAME_POLICY']
    )
    const plan = yield* planOf(
      Option.isSome(options.profile)
        ? compileSingleProfile(policy, options.profile.value)
        : compileJourney(policy, Option.getOrUndefined(options.journey))
    )

    yield* checkResilienceProfiles(project)

    const { config, folder } = project
    const keys = yield* loadKeys(choosePath(path, options.keys, 'TRUSTFRAME_KEYS', config.keys, folder))
    const missing = missingKeys(plan, keys)
    if (missing.length > 0) {
      return yield* cannotRun(
        `the policy needs ${missing.length === 1 ? 'a key' : 'keys'} that nobody configured: ${missing.join(', ')}`,
        `give it in a file (--keys FILE), or as TRUSTFRAME_KEY_${missing[0] ?? ''}`
      )
    }

    const given = yield* givenClaims(Option.getOrUndefined(options.claims), options.claim)
    const start = startClaims(plan, given)
    if (start._tag === 'Problems') {
      return yield* new CannotRun({
        text: start.problems.map(({ help, message }) => `error: ${message}\n  help: ${help}`).join('\n')
      })
    }
    const hosts = { ...config.hosts, ...Object.fromEntries(yield* assignments('--host', options.host)) }

    const style = styleFor(process.stdout, process.env)
    const trace: Array<TraceEntry> = []
    const redact = redactor(() => secretValues(plan, keys, trace))
    const text = options.format === 'text'
    if (text) {
      const what = Option.isSome(options.profile) ? 'technical profile' : 'user journey'
      yield* Console.log(`${style.bold(plan.policy.policyId)}: ${what} ${plan.journeyId}`)
    }
    const stdout = { write: (line: string) => void process.stdout.write(line), interactive: process.stdout.isTTY }
    const print = text ? livePrinter(plan, style, stdout, redact) : () => {}
    const record = (entry: TraceEntry) => {
      trace.push(entry)
      print(entry)
    }

    const identities = options.identityProviders === 'scripted' ? layerIdentities : Layer.empty
    const started = yield* Clock.currentTimeMillis
    const context = {
      correlationId: globalThis.crypto.randomUUID(),
      language: options.language,
      parameters: {
        client_id: unnamedClient,
        ...Object.fromEntries(yield* assignments('--parameter', options.parameter))
      },
      hostName: 'localhost',
      ipAddress: '127.0.0.1'
    }
    const { end, issuance, unanswered } = yield* Effect.gen(function* () {
      const printLine = text ? (line: string) => Console.log(redact(line)) : undefined
      const answering = yield* answeringOf(Option.getOrUndefined(options.answers), style, printLine)
      const driven = yield* driveJourney(
        plan,
        { context, claims: start.claims },
        answering,
        (suspension, answer) =>
          text ? Console.log(redact(`      ${style.cyan('»')} ${answerLine(suspension, answer)}`)) : Effect.void,
        { record }
      )
      return { ...driven, issuance: yield* Effect.result(issueTokens(plan, driven.end)) }
    }).pipe(
      Effect.provide(
        Layer.mergeAll(
          identities,
          layerAuthenticatorApp,
          layerRuntime({
            ...tenantOptions(config),
            keys,
            ...(config.resilience === undefined ? {} : { resilience: config.resilience }),
            restful: { hosts, plainHttp: plan.policy.deploymentMode === 'Development' ? 'always' : 'loopback' },
            transport: { proxies: proxiesFromEnvironment(process.env) },
            ports: identities
          })
        )
      ),
      Effect.catchTags({
        KeyProblem: ({ message }) => Effect.fail(cannotRun(message)),
        SeedProblem: ({ message }) => Effect.fail(cannotRun(message))
      })
    )
    const elapsed = (yield* Clock.currentTimeMillis) - started

    const tokens = Result.isSuccess(issuance) ? issuance.success : undefined
    if (text) {
      for (const line of formatEnd(plan, end, elapsed, style, tokens !== undefined)) yield* Console.log(redact(line))
      if (unanswered !== undefined) {
        for (const line of unansweredLines(unanswered, style)) yield* Console.log(redact(line))
      }
      const lines = tokens === undefined ? [] : tokenLines(plan, tokens, options.tokens, style)
      for (const line of lines) yield* Console.log(options.tokens ? line : redact(line))
      if (Result.isFailure(issuance)) {
        yield* Console.log(`    ${style.yellow('no tokens:')} ${redact(issuance.failure.message)}`)
      }
    } else {
      const issued = tokens === undefined ? undefined : tokensDocument(plan, tokens, options.tokens)
      yield* Console.log(redact(stringifyJson(runDocument(plan, end, trace, issued))))
    }
    if (end._tag === 'Failed') return yield* new Found()
  })
).pipe(
  Command.withDescription('Run a user journey, or one technical profile, and show what happened'),
  Command.withExamples([
    { command: 'trustframe run --claim ObjectId=7', description: 'The default journey of the policy of this folder' },
    {
      command: 'trustframe run policies --profile RestApi-GetBearerToken --env Development --keys keys.env',
      description: 'One technical profile, with the settings of an environment and keys from a file'
    },
    {
      command: 'trustframe run --host api.contoso.com=http://127.0.0.1:4802 --format json',
      description: 'A stub instead of a partner service, and the result as JSON'
    }
  ])
)
