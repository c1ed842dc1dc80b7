/** `trustframe show`: an element of a policy after inheritance, and which file each part of it comes from. */
import { keyOf, printElement, suggest } from '@trustframe/policy'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import { Argument, Command, Flag } from 'effect/cli'
import { cannotRun } from '../CliFailure.ts'
import { paths, projectFlags } from '../flags/projectFlags.ts'
import { styleFor } from '../output/style.ts'
import { choosePolicy } from '../project/choosePolicy.ts'
import { loadProject } from '../project/Project.ts'
import { elementDocument, formatElement } from '../show/formatElement.ts'
import { findKind, kindNames, thingsOf } from '../show/kinds.ts'

export const show = Command.make(
  'show',
  {
    kind: Argument.String('kind').pipe(Argument.withDescription(`One of ${kindNames.join(', ')}, in any spelling`)),
    id: Argument.String('id').pipe(Argument.withDescription('Its Id')),
    paths,
    ...projectFlags,
    format: Flag.Literals('format', ['text', 'xml', 'json']).pipe(
      Flag.withDescription('How to print it; text has the origin of each line beside it'),
      Flag.withDefault('text')
    )
  },
  Effect.fn('cli.show')(function* (options) {
    const kind = findKind(options.kind)
    if (kind === undefined) {
      const near = suggest(options.kind, kindNames)
      return yield* cannotRun(
        `there is no kind "${options.kind}"`,
        near === undefined ? `there are ${kindNames.join(', ')}` : `did you mean "${near}"?`
      )
    }
    const project = yield* loadProject(options)
    const policy = yield* choosePolicy(
      project,
      Option.getOrUndefined(options.policy) ?? process.env['TRUSTFRAME_POLICY']
    )
    const things = thingsOf(policy, kind)
    const found = things.find(({ id }) => keyOf(id.value) === keyOf(options.id))
    if (found === undefined) {
      const ids = things.map(({ id }) => id.value)
      const near = suggest(options.id, ids)
      return yield* cannotRun(
        `policy "${policy.policyId.value}" has no ${kind} "${options.id}"`,
        near === undefined
          ? ids.length === 0
            ? 'it has none at all'
            : `it has ${ids.join(', ')}`
          : `did you mean "${near}"?`
      )
    }
    switch (options.format) {
      case 'text':
        return yield* Console.log(formatElement(found.element, styleFor(process.stdout, process.env)))
      case 'xml':
        return yield* Console.log(printElement(found.element).trimEnd())
      case 'json':
        return yield* Console.log(
          JSON.stringify(
            {
              version: 1,
              policy: policy.policyId.value,
              kind,
              id: found.id.value,
              element: elementDocument(found.element)
            },
            null,
            2
          )
        )
    }
  })
).pipe(
  Command.withDescription('Show an element after inheritance, and which file each part of it comes from'),
  Command.withExamples([
    { command: 'trustframe show TechnicalProfile login-NonInteractive policies', description: 'A merged profile' }
  ])
)
