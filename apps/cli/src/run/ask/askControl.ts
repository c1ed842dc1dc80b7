/** Asks what to do with a display control: its fields, then one of its buttons. */
import type { ControlModel, FieldModel, PageModel } from '@trustframe/core'
import type { PageAnswer } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { Prompt } from 'effect/cli'
import type { Asked } from './Asked.ts'
import { askField, askFields } from './askField.ts'

const same = (left: string | undefined, right: string): boolean => left?.toLowerCase() === right.toLowerCase()

const isCode = ({ controlClaimType }: FieldModel): boolean => same(controlClaimType, 'VerificationCode')

/** The label of a button, as the page has it. */
const titleOf = ({ state, strings }: ControlModel, action: string): string => {
  if (same(action, 'VerifyCode')) return strings['but_verify_code'] ?? action
  if (!same(action, 'SendCode')) return action
  return strings[state === 'initial' ? 'but_send_code' : 'but_send_new_code'] ?? action
}

/** Whether the page is accepted only after the control was used. */
export const isNeeded = ({ fields, state, type }: ControlModel): boolean =>
  type === 'VerificationControl' && state !== 'verified' && fields.some(({ required }) => required)

/** The label of the button that begins anew. */
export const changeTitle = ({ id, strings }: ControlModel): string => strings['but_change_claims'] ?? `Change ${id}`

const press = (control: ControlModel, action: string, fill: NonNullable<PageAnswer['fill']>): PageAnswer => ({
  press: [{ action, control: control.id, fill }]
})

/** Fills the control in, but for the code, and presses a button. */
export const askAction = (control: ControlModel, page: PageModel, action: string): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const code = control.fields.find(isCode)
    if (same(action, 'VerifyCode') && code !== undefined && control.state !== 'initial') {
      return press(control, action, { [code.id]: String(yield* askField(code, page)) })
    }
    const fields = control.fields.filter((field) => !isCode(field))
    return press(control, action, yield* askFields(fields, page))
  })

/** The buttons that make sense now: a code is sent before it is verified. */
const usable = ({ actions, state }: ControlModel): ReadonlyArray<string> => {
  const verifying = actions.filter((action) => same(action, 'VerifyCode'))
  const others = actions.filter((action) => !same(action, 'VerifyCode'))
  return state === 'initial' && others.length > 0 ? others : [...verifying, ...others]
}

/** Asks what to do with the control; `undefined` when the person goes on without it. */
export const askControl = (control: ControlModel, page: PageModel): Asked<PageAnswer | undefined> =>
  Effect.gen(function* () {
    const actions = usable(control)
    const [only, another] = actions
    const choices = [
      ...actions.map((action) => ({ title: titleOf(control, action), value: action })),
      ...(isNeeded(control) ? [] : [{ title: 'Go on without', value: undefined }])
    ]
    const action =
      only !== undefined && another === undefined && isNeeded(control)
        ? only
        : yield* Prompt.run(Prompt.Select({ message: 'What do you do?', choices }))
    return action === undefined ? undefined : yield* askAction(control, page, action)
  })
