/** Asks for what is done at a page. */
import type { FormModel, PageModel } from '@trustframe/core'
import { choicesOf, type PageAnswer } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { Prompt } from 'effect/cli'
import type { Asked } from './Asked.ts'
import { askForm } from './askForm.ts'
import { askPhone } from './askPhone.ts'

type Selection = Extract<PageModel, { kind: 'ClaimsProviderSelection' | 'CombinedSignInAndSignUp' }>

/** The form of a local account, and whether the person stays signed in. */
const askLocal = (form: FormModel, page: Selection): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const answer = yield* askForm(form, page)
    if (!page.rememberMe || answer.fill === undefined) return answer
    const message = page.strings['remember_me'] ?? 'Keep me signed in.'
    return { ...answer, keepMeSignedIn: yield* Prompt.run(Prompt.Confirm({ message })) }
  })

const askSelection = (page: Selection): Asked<PageAnswer> => {
  const { forgotPassword, form, strings } = page
  const ways: ReadonlyArray<{ readonly title: string; readonly value: Asked<PageAnswer> }> = [
    ...(form === undefined ? [] : [{ title: strings['button_signin'] ?? 'Sign in', value: askLocal(form, page) }]),
    ...choicesOf(page).map(({ exchange, label }) => ({ title: label, value: Effect.succeed({ choose: exchange }) })),
    ...(forgotPassword === undefined
      ? []
      : [
          {
            title: strings['forgotpassword_link'] ?? 'Forgot your password?',
            value: Effect.succeed<PageAnswer>({ forgotPassword: true })
          }
        ])
  ]
  const [only, another] = ways
  return only !== undefined && another === undefined
    ? only.value
    : Effect.flatten(Prompt.run(Prompt.Select({ message: 'What do you do?', choices: ways })))
}

/** One answer. */
export const askPage = (page: PageModel): Asked<PageAnswer> => {
  switch (page.kind) {
    case 'PhoneFactor':
      return askPhone(page)
    case 'SelfAsserted':
      return askForm(page.form, page)
    case 'ClaimsProviderSelection':
    case 'CombinedSignInAndSignUp':
      return askSelection(page)
  }
}
