/** Asks for an address that is verified by a code, and for the code. */
import type { FieldModel, PageModel } from '@trustframe/core'
import type { PageAnswer } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { Prompt } from 'effect/cli'
import type { Asked } from './Asked.ts'
import { askField, collects } from './askField.ts'

/** Has a code sent to the address that is typed. */
export const askAddress = (field: FieldModel, page: PageModel): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const address = collects(field) ? String(yield* askField(field, page)) : (field.value ?? '')
    return { verify: { [field.id]: address }, sendCode: true }
  })

const notEmpty = (text: string): Effect.Effect<string, string> =>
  text.trim() === '' ? Effect.fail('Enter the code that was sent.') : Effect.succeed(text)

/** Asks for the code that was sent; `again` is what sends another one. */
export const askCode = (
  titles: { readonly verify: string; readonly again: string; readonly code: string },
  again: Asked<PageAnswer>
): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const enters = yield* Prompt.run(
      Prompt.Select({
        message: 'What do you do?',
        choices: [
          { title: titles.verify, value: true },
          { title: titles.again, value: false }
        ]
      })
    )
    if (!enters) return yield* again
    return { enterCode: yield* Prompt.run(Prompt.String({ message: titles.code, validate: notEmpty })) }
  })
