/** `trustframe explain`: what a diagnostic or an AADB2C error means, and what to do. */
import { diagnosticCodes, diagnosticNames, findDiagnostic } from '@trustframe/lint'
import { aadb2cCodes, explainAadb2c } from '@trustframe/plan'
import { suggest } from '@trustframe/policy'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Option from 'effect/Option'
import { Argument, Command, Flag } from 'effect/cli'
import { cannotRun } from '../CliFailure.ts'
import { formatMarkdown } from '../explain/formatMarkdown.ts'
import { pageOf } from '../explain/pageOf.ts'
import { type Style, styleFor } from '../output/style.ts'

/** A finding of ours or an error of B2C's, as a document. */
const explain = Effect.fnUntraced(function* (code: string) {
  const error = explainAadb2c(code)
  if (error !== undefined) return { kind: 'aadb2c', ...error } as const
  const diagnostic = findDiagnostic(code)
  if (diagnostic === undefined) return undefined
  return { kind: 'diagnostic', ...diagnostic, page: yield* pageOf(diagnostic.code) } as const
})

type Explained = NonNullable<Effect.Success<ReturnType<typeof explain>>>

const format = (explained: Explained, style: Style): string => {
  if (explained.kind === 'diagnostic') return formatMarkdown(explained.page, style)
  return [
    `${style.bold(explained.code)}: ${explained.message}`,
    '',
    explained.meaning,
    '',
    style.bold('Usual causes'),
    ...explained.causes.map((cause) => `  - ${cause}`),
    '',
    style.bold('What to do'),
    `  ${explained.remedy}`
  ].join('\n')
}

const list = (): string =>
  [
    ...diagnosticCodes.map(({ code, title }) => `${code}  ${title}`),
    ...aadb2cCodes.map((code) => `${code}  ${explainAadb2c(code)?.message ?? ''}`)
  ].join('\n')

export const explainCommand = Command.make(
  'explain',
  {
    code: Argument.String('code').pipe(
      Argument.withDescription('TF3302, the name of a rule, AADB2C90075, or 90075; nothing lists them all'),
      Argument.optional
    ),
    format: Flag.Literals('format', ['text', 'json']).pipe(
      Flag.withDescription('How to print it'),
      Flag.withDefault('text')
    )
  },
  Effect.fn('cli.explain')(function* (options) {
    if (Option.isNone(options.code)) return yield* Console.log(list())
    const code = options.code.value
    const explained = yield* explain(code)
    if (explained === undefined) {
      const near = suggest(code, [...diagnosticNames, ...aadb2cCodes])
      return yield* cannotRun(
        `there is no diagnostic or AADB2C error "${code}"`,
        near === undefined ? 'trustframe explain lists them' : `did you mean "${near}"?`
      )
    }
    yield* Console.log(
      options.format === 'json'
        ? JSON.stringify(explained, null, 2)
        : format(explained, styleFor(process.stdout, process.env))
    )
  })
).pipe(
  Command.withDescription('Explain a finding of check, or an AADB2C error: meaning, usual causes, what to do'),
  Command.withExamples([
    { command: 'trustframe explain AADB2C90075', description: 'An error of B2C' },
    { command: 'trustframe explain TF3302', description: 'A finding of check, with examples' }
  ])
)
