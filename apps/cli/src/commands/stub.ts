/** `trustframe stub`: partner services for the RESTful technical profiles of policies, until it is interrupted. */
import { appendFileSync } from 'node:fs'
import { stringifyJson } from '@trustframe/claims'
import { layerUndici, proxiesFromEnvironment, Transport } from '@trustframe/http'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import * as Path from 'effect/Path'
import { Command, Flag } from 'effect/cli'
import { cannotRun } from '../CliFailure.ts'
import { paths, projectFlags } from '../flags/projectFlags.ts'
import { styleFor } from '../output/style.ts'
import { assignments } from '../project/assignments.ts'
import { checkProfileIds } from '../project/checkProfileIds.ts'
import { choosePolicies } from '../project/choosePolicies.ts'
import { refuseErrors } from '../project/choosePolicy.ts'
import { choosePath, loadProject } from '../project/Project.ts'
import { formatStubEvent, formatStubs, stubEventDocument, stubsDocument, type StubsShown } from '../stub/formatStubs.ts'
import { originOf, portsFrom } from '../stub/places.ts'
import { makeRecorder } from '../stub/record.ts'
import { stubFaults } from '../stub/stubFaults.ts'
import { exampleFile } from '../stub/StubFile.ts'
import { StubFolder } from '../stub/StubFolder.ts'
import { type StubProfile, stubProfiles } from '../stub/StubProfile.ts'
import { type StubEvent, StubServer, type StubServerOptions } from '../stub/StubServer.ts'

const start = (options: StubServerOptions) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: () => StubServer.start(options),
      catch: (error) => {
        const problem = error instanceof Error ? error.message : String(error)
        return problem.includes('EADDRINUSE')
          ? cannotRun(`a port is in use: ${problem}`, 'stop what listens there, or choose others with --port')
          : cannotRun(problem)
      }
    }),
    (server) => Effect.promise(() => server.close())
  )

export const stub = Command.make(
  'stub',
  {
    paths,
    ...projectFlags,
    profile: Flag.String('profile').pipe(
      Flag.withDescription('Only this technical profile; may be repeated'),
      Flag.withMetavar('ID'),
      Flag.atLeast(0)
    ),
    dir: Flag.String('dir').pipe(
      Flag.withDescription('The folder with the answers, as JSON files that you can edit while the stubs run'),
      Flag.withMetavar('FOLDER'),
      Flag.optional
    ),
    fault: Flag.String('fault').pipe(
      Flag.withDescription(
        'Make the service of a technical profile fail; repeat it for one fault for each try, in order'
      ),
      Flag.withMetavar('PROFILE=FAULT'),
      Flag.atLeast(0)
    ),
    port: Flag.Int('port').pipe(
      Flag.withDescription('The port of the first host, and of the next ones from there'),
      Flag.optional
    ),
    record: Flag.Boolean('record').pipe(
      Flag.withDescription('Ask the real services, and keep their answers in the folder'),
      Flag.withDefault(false)
    ),
    host: Flag.String('host').pipe(
      Flag.withDescription('With --record: where the real service of a host is; may be repeated'),
      Flag.withMetavar('NAME=URL'),
      Flag.atLeast(0)
    ),
    requests: Flag.String('requests').pipe(
      Flag.withDescription('Also write what arrives to this file, as JSON lines'),
      Flag.withMetavar('FILE'),
      Flag.optional
    ),
    format: Flag.Literals('format', ['text', 'json']).pipe(
      Flag.withDescription('How to print what happens; json is a line for each event'),
      Flag.withDefault('text')
    )
  },
  Effect.fn('cli.stub')(
    function* (options) {
      const path = yield* Path.Path
      const project = yield* loadProject(options)
      const { config, folder } = project
      const policies = yield* choosePolicies(
        project,
        Option.getOrUndefined(options.policy) ?? process.env['TRUSTFRAME_POLICY']
      )
      const faults = yield* stubFaults(options.fault, config.faults)
      const named = faults.flatMap(({ when }) => when.technicalProfile ?? [])
      yield* checkProfileIds(policies, [...options.profile, ...named])
      const { diagnostics, profiles } = stubProfiles(policies, options.profile)
      yield* refuseErrors(diagnostics)
      if (profiles.length === 0) {
        return yield* cannotRun(
          'there is no RESTful technical profile to stand in for',
          'name other policies or profiles'
        )
      }

      const dir = choosePath(path, options.dir, 'TRUSTFRAME_STUBS', config.stubs, folder)
      if (options.record && dir === undefined) {
        return yield* cannotRun('--record needs a folder for the answers', 'name one with --dir')
      }
      const stubs = new StubFolder(dir)
      for (const { plan } of profiles) {
        stubs.create(plan, options.record ? { ...exampleFile(plan), answers: [] } : undefined)
      }

      const style = styleFor(process.stdout, process.env)
      const isText = options.format === 'text'
      const onEvent = (event: StubEvent) => {
        const document = stringifyJson(stubEventDocument(event))
        process.stdout.write(`${isText ? formatStubEvent(event, style) : document}\n`)
        if (Option.isSome(options.requests)) appendFileSync(options.requests.value, `${document}\n`)
      }
      const real = yield* assignments('--host', options.host)
      const transport = yield* Transport
      const server = yield* start({
        profiles,
        folder: stubs,
        faults,
        onEvent,
        portFor: portsFrom(config.hosts ?? {}, Option.getOrUndefined(options.port)),
        ...(options.record ? { record: makeRecorder(transport, stubs, originOf(real)) } : {})
      })

      const shown: StubsShown = {
        hosts: server.hosts,
        profiles,
        fileOf: ({ plan }: StubProfile) => stubs.pathOf(plan),
        configured: config.hosts ?? {}
      }
      yield* Console.log(isText ? formatStubs(shown, style).join('\n') : stringifyJson(stubsDocument(shown)))
      // To be interrupted is the way in which this ends.
      process.exitCode = 0
      return yield* Effect.never
    },
    Effect.provide(layerUndici({ proxies: proxiesFromEnvironment(process.env) })),
    Effect.scoped
  )
).pipe(
  Command.withDescription('Start partner services for the REST calls of policies, until you press Ctrl+C'),
  Command.withExamples([
    { command: 'trustframe stub --dir stubs', description: 'Example answers, in files that you can edit' },
    {
      command: 'trustframe stub --fault REST-GetProfile=timeout --fault REST-GetProfile=ok',
      description: 'The first try runs into a timeout, the next one is answered'
    },
    {
      command: 'trustframe stub --dir stubs --record',
      description: 'Ask the real services and keep what they answer; the next start without --record replays it'
    }
  ])
)
