/** `trustframe graph`: draws journeys, inheritance and calls to the outside, as Mermaid or DOT. */
import { keyOf, suggest } from '@trustframe/policy'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import { Argument, Command, Flag } from 'effect/cli'
import { cannotRun } from '../CliFailure.ts'
import { projectFlags } from '../flags/projectFlags.ts'
import { dot, type Graph, mermaid } from '../graph/Graph.ts'
import { callsGraph, inheritanceGraph, journeyGraph } from '../graph/graphs.ts'
import { choosePolicy } from '../project/choosePolicy.ts'
import { loadProject } from '../project/Project.ts'

export const graph = Command.make(
  'graph',
  {
    journey: Argument.String('journey').pipe(
      Argument.withDescription('A user journey; default: that of the relying party'),
      Argument.optional
    ),
    path: Flag.String('path').pipe(
      Flag.withDescription('Policy files or folders; may be repeated'),
      Flag.withMetavar('PATH'),
      Flag.atLeast(0)
    ),
    ...projectFlags,
    of: Flag.Literals('of', ['journey', 'inheritance', 'calls']).pipe(
      Flag.withDescription('What to draw'),
      Flag.withDefault('journey')
    ),
    format: Flag.Literals('format', ['mermaid', 'dot']).pipe(
      Flag.withDescription('The language of the drawing'),
      Flag.withDefault('mermaid')
    )
  },
  Effect.fn('cli.graph')(function* (options) {
    const print = (drawn: Graph) => Console.log(options.format === 'mermaid' ? mermaid(drawn) : dot(drawn))
    const project = yield* loadProject({ ...options, paths: options.path })
    if (options.of === 'inheritance') return yield* print(inheritanceGraph(project.policies.set.files))
    const policy = yield* choosePolicy(
      project,
      Option.getOrUndefined(options.policy) ?? process.env['TRUSTFRAME_POLICY']
    )
    if (options.of === 'calls') return yield* print(callsGraph(policy))

    const ids = [...policy.userJourneys.values()].map(({ id }) => id.value)
    const named = Option.getOrUndefined(options.journey) ?? policy.relyingParty?.defaultUserJourney?.referenceId.value
    const journey = named === undefined ? undefined : policy.userJourneys.get(keyOf(named))
    if (journey === undefined) {
      const near = named === undefined ? undefined : suggest(named, ids)
      return yield* cannotRun(
        named === undefined
          ? `policy "${policy.policyId.value}" has no default user journey`
          : `policy "${policy.policyId.value}" has no user journey "${named}"`,
        near === undefined ? `it has ${ids.length === 0 ? 'none' : ids.join(', ')}` : `did you mean "${near}"?`
      )
    }
    yield* print(journeyGraph(policy, journey))
  })
).pipe(
  Command.withDescription('Draw a journey, the inheritance of policies, or their calls to the outside'),
  Command.withExamples([
    { command: 'trustframe graph SignUpOrSignIn --path policies', description: 'A journey as Mermaid' },
    { command: 'trustframe graph --of inheritance --format dot | dot -Tsvg', description: 'Who derives from whom' }
  ])
)
