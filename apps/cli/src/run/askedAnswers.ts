/** Answers from the person at the terminal, who is asked for what the page would have. */
import { isJsonObject, MalformedJson, parseJson } from '@trustframe/claims'
import type { FieldModel, FormModel, JourneySuspension, PageModel, PhoneFactorPage } from '@trustframe/core'
import type { SentMessage } from '@trustframe/storage'
import { choicesOf, type PageAnswer } from '@trustframe/testing'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'
import type * as FileSystem from 'effect/FileSystem'
import type * as Path from 'effect/Path'
import type * as Terminal from 'effect/Terminal'
import { Prompt } from 'effect/cli'
import { CannotRun } from '../CliFailure.ts'
import type { Style } from '../output/style.ts'
import type { Answering } from './Answering.ts'
import { pageLines } from './pageLines.ts'

type Services = FileSystem.FileSystem | Path.Path | Terminal.Terminal
type Asked<A> = Effect.Effect<A, Terminal.QuitError, Services>
type Fill = NonNullable<PageAnswer['fill']>

/** Checks what was typed as the page would, before it is submitted. */
const validate =
  ({ pattern, required }: FieldModel) =>
  (value: string): Effect.Effect<string, string> => {
    if (value === '' && required) return Effect.fail('This information is required.')
    if (value === '' || pattern === undefined) return Effect.succeed(value)
    // The policy's engine decides; a pattern that JavaScript does not have is left to it.
    return Effect.try({ try: () => new RegExp(`^(?:${pattern.regularExpression})$`), catch: () => undefined }).pipe(
      Effect.matchEffect({
        onFailure: () => Effect.succeed(value),
        onSuccess: (expression) =>
          expression.test(value)
            ? Effect.succeed(value)
            : Effect.fail(pattern.helpText ?? `This has to match ${pattern.regularExpression}`)
      })
    )
  }

const askField = (field: FieldModel): Asked<string | ReadonlyArray<string>> => {
  const { inputType, label, options, required, value } = field
  const message = required ? label : `${label} (optional)`
  if (options.length > 0) {
    const choices = options.map(({ selected, text, value: choice }) => ({ title: text, value: choice, selected }))
    return inputType === 'CheckboxMultiSelect'
      ? Prompt.run(Prompt.MultiSelect({ message, choices }))
      : Prompt.run(Prompt.Select({ message, choices }))
  }
  if (field.secret) {
    return Effect.map(Prompt.run(Prompt.Password({ message, validate: validate(field) })), Redacted.value)
  }
  return Prompt.run(
    Prompt.String({ message, validate: validate(field), ...(value === undefined ? {} : { default: value }) })
  )
}

const collects = ({ inputType }: FieldModel): boolean => inputType !== 'Paragraph' && inputType !== 'Readonly'

const askFields = (fields: ReadonlyArray<FieldModel>): Asked<Fill> =>
  Effect.gen(function* () {
    const fill: Record<string, string | ReadonlyArray<string>> = {}
    for (const field of fields.filter(collects)) fill[field.id] = yield* askField(field)
    return fill
  })

const continueWith = 'continue'

/** A form: first what has to be verified, then everything else. */
const askForm = (form: FormModel): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const unverified = form.items.find((item) => item._tag === 'Field' && item.verification === 'needed')
    if (unverified?._tag === 'Field') {
      const address = yield* askField(unverified)
      return { verify: { [unverified.id]: String(address) } }
    }
    const control = form.items.find((item) => item._tag === 'Control' && item.state !== 'verified')
    if (control?._tag === 'Control') {
      const action = yield* Prompt.run(
        Prompt.Select({
          message: control.id,
          choices: [
            ...control.actions.map((name) => ({ title: name, value: name })),
            { title: 'Continue without', value: continueWith }
          ]
        })
      )
      if (action !== continueWith) {
        return { press: [{ action, control: control.id, fill: yield* askFields(control.fields) }] }
      }
    }
    return { fill: yield* askFields(form.items.filter((item) => item._tag === 'Field')) }
  })

const askPhone = ({ canEnterNumber, methods, numbers }: PhoneFactorPage): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const known = numbers.map((title, value) => ({ title, value }))
    const index =
      known.length === 0
        ? -1
        : yield* Prompt.run(
            Prompt.Select({
              message: 'Phone',
              choices: canEnterNumber ? [...known, { title: 'Another number', value: -1 }] : known
            })
          )
    const phone =
      index === -1 ? yield* Prompt.run(Prompt.String({ message: 'Phone number, such as +12065550100' })) : index
    const [only] = methods
    const method =
      methods.length === 1 && only !== undefined
        ? only
        : yield* Prompt.run(
            Prompt.Select({ message: 'Code by', choices: methods.map((value) => ({ title: value, value })) })
          )
    return { phone, method }
  })

const form = '\u0000form'
const forgotten = '\u0000forgotten'

const askPage = (page: PageModel): Asked<PageAnswer> =>
  Effect.gen(function* () {
    if (page.kind === 'PhoneFactor') return yield* askPhone(page)
    if (page.kind === 'SelfAsserted') return yield* askForm(page.form)
    const choices = [
      ...(page.form === undefined ? [] : [{ title: page.strings['button_signin'] ?? 'Sign in', value: form }]),
      ...choicesOf(page).map(({ exchange, label }) => ({ title: label, value: exchange })),
      ...(page.forgotPassword === undefined
        ? []
        : [{ title: page.strings['forgotpassword_link'] ?? 'Forgot your password?', value: forgotten }])
    ]
    const [only] = choices
    const choice =
      choices.length === 1 && only !== undefined
        ? only.value
        : yield* Prompt.run(Prompt.Select({ message: 'What do you do?', choices }))
    if (choice === forgotten) return { forgotPassword: true }
    return choice === form && page.form !== undefined ? yield* askForm(page.form) : { choose: choice }
  })

const isIdentity = Schema.is(Schema.Record(Schema.String, Schema.Json))

/** Who comes back from an identity provider: claims as JSON, or the address that the browser was sent back to. */
const askProvider = (technicalProfile: string): Asked<PageAnswer> =>
  Prompt.String({
    message: `Claims that the identity provider of ${technicalProfile} gives, as JSON, or the address that it sends the browser back to`,
    validate: (text) => {
      const json = parseJson(text)
      const isClaims = !(json instanceof MalformedJson) && isJsonObject(json)
      return isClaims || URL.canParse(text)
        ? Effect.succeed(text)
        : Effect.fail('Write { "id": "42", "name": "Ada" }, or an address with its parameters')
    }
  }).pipe(
    Prompt.run,
    Effect.map((text): PageAnswer => {
      const json: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : undefined
      return isIdentity(json) ? { identity: json } : { returns: Object.fromEntries(new URL(text).searchParams) }
    })
  )

/** Shows codes that were sent since the last page: there is no other inbox here. */
const showMessages = (messages: ReadonlyArray<SentMessage>, style: Style) =>
  Effect.forEach(messages, ({ channel, code, to }) =>
    Console.log(`      ${style.yellow('✉')} ${channel} to ${to}: ${Redacted.value(code)}`)
  )

/** Asks at the terminal. `newMessages` gives what was sent since it was last asked. */
export const askedAnswers = (
  newMessages: Effect.Effect<ReadonlyArray<SentMessage>>,
  style: Style
): Effect.Effect<Answering, never, Services> =>
  Effect.map(Effect.context<Services>(), (services) => ({
    next: ({ interaction }: JourneySuspension) =>
      Effect.gen(function* () {
        yield* showMessages(yield* newMessages, style)
        if (interaction._tag === 'Redirect') {
          yield* Console.log(`      the browser goes to ${interaction.url}`)
          return yield* askProvider(interaction.technicalProfile)
        }
        for (const line of pageLines(interaction.page, style)) yield* Console.log(line)
        return yield* askPage(interaction.page)
      }).pipe(
        Effect.provideContext(services),
        Effect.mapError(() => new CannotRun({ text: 'the person at the terminal gave up' }))
      ),
    refuse: ({ help, message }) => Console.log(`      ${style.red(message)} (${help})`),
    close: Effect.void
  }))
