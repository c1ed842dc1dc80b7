/** Answers from the person at the terminal, who is asked for what the page would have. */
import type { JourneySuspension } from '@trustframe/core'
import type { SentMessage } from '@trustframe/storage'
import * as Console from 'effect/Console'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import { CannotRun } from '../CliFailure.ts'
import type { Style } from '../output/style.ts'
import type { Answering } from './Answering.ts'
import { askPage } from './ask/askPage.ts'
import { askProvider } from './ask/askProvider.ts'
import type { AskServices } from './ask/Asked.ts'
import { shownLines } from './ask/shownLines.ts'

/** Shows codes that were sent since the last page: there is no other inbox here. */
const showMessages = (messages: ReadonlyArray<SentMessage>, style: Style) =>
  Effect.forEach(messages, ({ channel, code, to }) =>
    Console.log(`      ${style.yellow('✉')} ${channel} to ${to}: ${Redacted.value(code)}`)
  )

/** Asks at the terminal. `newMessages` gives what was sent since it was last asked. */
export const askedAnswers = (
  newMessages: Effect.Effect<ReadonlyArray<SentMessage>>,
  style: Style
): Effect.Effect<Answering, never, AskServices> =>
  Effect.map(Effect.context<AskServices>(), (services) => ({
    next: ({ interaction }: JourneySuspension) =>
      Effect.gen(function* () {
        yield* showMessages(yield* newMessages, style)
        if (interaction._tag === 'Redirect') {
          yield* Console.log(`      the browser goes to ${interaction.url}`)
          return yield* askProvider(interaction.technicalProfile)
        }
        for (const line of shownLines(interaction.page, style)) yield* Console.log(line)
        return yield* askPage(interaction.page)
      }).pipe(
        Effect.provideContext(services),
        Effect.mapError(() => new CannotRun({ text: 'stopped: the person at the terminal gave up' }))
      ),
    refuse: ({ help, message }) => Console.log(`      ${style.red(message)} (${help})`),
    close: Effect.void,
    missing: 'nobody answered'
  }))
