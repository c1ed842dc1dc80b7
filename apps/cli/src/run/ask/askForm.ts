/** Asks for what a form wants: first what has to be verified, then everything else. */
import type { ControlModel, FieldModel, FormModel, PageModel } from '@trustframe/core'
import type { PageAnswer } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { Prompt } from 'effect/cli'
import { askAddress, askCode } from './askAddress.ts'
import { askAction, askControl, changeTitle, isNeeded } from './askControl.ts'
import type { Asked } from './Asked.ts'
import { askFields } from './askField.ts'

const verifications = ({ items }: FormModel) => ({
  fields: items.filter((item): item is FieldModel => item._tag === 'Field' && item.verification !== 'none'),
  controls: items.filter((item): item is ControlModel => item._tag === 'Control' && item.actions.length > 0)
})

/** Asks for an address that is not verified yet. */
const askUnverified = (field: FieldModel, page: PageModel): Asked<PageAnswer> => {
  const { strings } = page
  if (field.verification === 'needed') return askAddress(field, page)
  return askCode(
    {
      verify: strings['ver_but_verify'] ?? 'Verify code',
      again: strings['ver_but_resend'] ?? 'Send new code',
      code: strings['ver_input'] ?? 'Verification code'
    },
    askAddress(field, page)
  )
}

const fillIn = 'Fill in again'

/** After a page was refused, what was verified may be what is wrong with it: it can be changed, or filled in again. */
const askChange = (form: FormModel, page: PageModel): Asked<PageAnswer | undefined> =>
  Effect.gen(function* () {
    const { controls, fields } = verifications(form)
    const changes = [
      ...fields
        .filter(({ verification }) => verification === 'verified')
        .map((field) => ({
          title: page.strings['ver_but_edit'] ?? `Change ${field.label}`,
          value: askAddress(field, page)
        })),
      ...controls
        .filter(({ state }) => state === 'verified')
        .flatMap((control) => {
          const [first] = control.actions
          return first === undefined ? [] : [{ title: changeTitle(control), value: askAction(control, page, first) }]
        })
    ]
    if (page.message === undefined || changes.length === 0) return undefined
    const change = yield* Prompt.run(
      Prompt.Select<Asked<PageAnswer> | undefined>({
        message: 'What do you do?',
        choices: [{ title: fillIn, value: undefined }, ...changes]
      })
    )
    return change === undefined ? undefined : yield* change
  })

const cancel: PageAnswer = { cancel: true }

/** The buttons below the form. */
const askToContinue = (page: PageModel, fill: NonNullable<PageAnswer['fill']>): Asked<PageAnswer> => {
  const { strings } = page
  if (page.kind !== 'SelfAsserted' || !page.canCancel) return Effect.succeed({ fill })
  return Prompt.run(
    Prompt.Select<PageAnswer>({
      message: 'What do you do?',
      choices: [
        { title: strings['button_continue'] ?? 'Continue', value: { fill } },
        { title: strings['button_cancel'] ?? 'Cancel', value: cancel }
      ]
    })
  )
}

/** One answer; the page asks again until everything is verified. */
export const askForm = (form: FormModel, page: PageModel): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const { controls, fields } = verifications(form)
    const unverified = fields.find(({ verification }) => verification !== 'verified')
    if (unverified !== undefined) return yield* askUnverified(unverified, page)
    const control = controls.find(isNeeded) ?? controls.find(({ state }) => state !== 'verified')
    const used = control === undefined ? undefined : yield* askControl(control, page)
    if (used !== undefined) return used
    const change = yield* askChange(form, page)
    if (change !== undefined) return change
    const open = form.items.flatMap((item) =>
      item._tag === 'Field'
        ? item.verification === 'none'
          ? [item]
          : []
        : item.actions.length === 0
          ? item.fields
          : []
    )
    return yield* askToContinue(page, yield* askFields(open, page))
  })
