/** `trustframe faults`: tries every fault with every RESTful technical profile, and shows what people then read. */
import { stringifyJson } from '@trustframe/claims'
import { type FaultReport, faultReport } from '@trustframe/testing'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import { Command, Flag } from 'effect/cli'
import { Found } from '../CliFailure.ts'
import { chooseConditions, chooseFaults, type Condition, conditionsOf } from '../faults/chooseFaults.ts'
import { faultsDocument } from '../faults/faultsDocument.ts'
import { formatHtml } from '../faults/html/formatHtml.ts'
import { formatJunit } from '../faults/formatJunit.ts'
import { formatReport } from '../faults/formatReport.ts'
import { mergeReports, type SetReport } from '../faults/setReport.ts'
import { paths, projectFlags } from '../flags/projectFlags.ts'
import { styleFor } from '../output/style.ts'
import { checkProfileIds, checkResilienceProfiles } from '../project/checkProfileIds.ts'
import { choosePolicies } from '../project/choosePolicies.ts'
import { refuseErrors } from '../project/choosePolicy.ts'
import { givenClaims } from '../project/givenClaims.ts'
import { loadProject } from '../project/Project.ts'

/** How wide a table may be where nobody says. */
const usualWidth = 140

type Format = 'text' | 'json' | 'junit' | 'html'

const print = (report: SetReport, format: Format, failOn: ReadonlySet<Condition>) => {
  switch (format) {
    case 'json':
      return Console.log(stringifyJson(faultsDocument(report)))
    case 'junit':
      return Console.log(formatJunit(report, failOn))
    case 'html':
      return Console.log(formatHtml(report))
    case 'text': {
      const lines = formatReport(report, process.stdout.columns ?? usualWidth, styleFor(process.stdout, process.env))
      return Console.log(lines.join('\n'))
    }
  }
}

export const faults = Command.make(
  'faults',
  {
    paths,
    ...projectFlags,
    profile: Flag.String('profile').pipe(
      Flag.withDescription('Only this technical profile; may be repeated'),
      Flag.withMetavar('ID'),
      Flag.atLeast(0)
    ),
    fault: Flag.String('fault').pipe(
      Flag.withDescription('Only this fault, such as timeout, 503 or circuitOpen; may be repeated'),
      Flag.withMetavar('NAME'),
      Flag.atLeast(0)
    ),
    claim: Flag.String('claim').pipe(
      Flag.withDescription('A claim that the calls are made with, instead of an example; may be repeated'),
      Flag.withMetavar('NAME=VALUE'),
      Flag.atLeast(0)
    ),
    claims: Flag.String('claims').pipe(
      Flag.withDescription('A JSON object of claims that the calls are made with'),
      Flag.withMetavar('FILE'),
      Flag.optional
    ),
    failOn: Flag.String('fail-on').pipe(
      Flag.withDescription('Exit with 1 when a message leaks something (leaks) or the policy has none (missing)'),
      Flag.withMetavar('leaks,missing'),
      Flag.atLeast(0)
    ),
    format: Flag.Literals('format', ['text', 'json', 'junit', 'html']).pipe(
      Flag.withDescription('How to print the report'),
      Flag.withDefault('text')
    )
  },
  Effect.fn('cli.faults')(function* (options) {
    const tried = yield* chooseFaults(options.fault)
    const failOn = yield* chooseConditions(options.failOn)
    const project = yield* loadProject(options)
    const policies = yield* choosePolicies(
      project,
      Option.getOrUndefined(options.policy) ?? process.env['TRUSTFRAME_POLICY']
    )
    yield* checkProfileIds(policies, options.profile)
    yield* checkResilienceProfiles(project)
    const claims = yield* givenClaims(Option.getOrUndefined(options.claims), options.claim)
    const { resilience } = project.config
    const reports = yield* Effect.forEach(policies, (policy): Effect.Effect<FaultReport> =>
      faultReport(policy, {
        faults: tried,
        claims,
        ...(options.profile.length === 0 ? {} : { profiles: options.profile }),
        ...(resilience === undefined ? {} : { resilience })
      })
    )
    const report = mergeReports(reports)
    yield* print(report, options.format, failOn)

    yield* refuseErrors(report.diagnostics)
    const found = report.profiles.flatMap(({ findings }) => findings.flatMap(conditionsOf))
    if (found.some((condition) => failOn.has(condition))) return yield* new Found()
  })
).pipe(
  Command.withDescription('Try every fault with every RESTful technical profile, and show what the user then reads'),
  Command.withExamples([
    { command: 'trustframe faults', description: 'All technical profiles of the policies of this folder' },
    {
      command: 'trustframe faults --fail-on leaks,missing --format junit',
      description: 'For CI: fails when a message gives something away, or is missing'
    },
    {
      command: 'trustframe faults policies --env Production --format html > faults.html',
      description: 'One page for whoever decides on the words'
    },
    {
      command: 'trustframe faults --profile REST-GetProfile --fault timeout',
      description: 'One technical profile, one fault'
    }
  ])
)
