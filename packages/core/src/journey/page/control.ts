/** Runs the actions of display controls: SendCode, VerifyCode and a policy's own. */
import { toJson } from '@trustframe/claims'
import type { ActionPlan, ControlPlan, SelfAssertedPlan } from '@trustframe/plan/plan'
import type { ControlState } from '../JourneyState.ts'
import type { ProfileProgress } from '../profile.ts'
import { runningProfile } from '../place.ts'
import type { Run } from '../Run.ts'
import { showPage, untouched } from './show.ts'

/** A display control of a page, ignoring the case of its id. */
export const findControl = ({ items }: SelfAssertedPlan, id: string): ControlPlan | undefined => {
  const item = items.find((other) => other._tag === 'Control' && other.control.id.toLowerCase() === id.toLowerCase())
  return item?._tag === 'Control' ? item.control : undefined
}

/** An action of a display control. */
export const findAction = ({ actions }: ControlPlan, id: string): ActionPlan | undefined =>
  actions.find((action) => action.id.toLowerCase() === id.toLowerCase())

/** Claims that are not kept between two actions: secrets, and the code that a person types. */
const forgotten = (run: Run, { fields }: ControlPlan): ReadonlySet<number> =>
  new Set([
    ...run.plan.secrets,
    ...fields.flatMap(({ controlClaimType, field }) =>
      controlClaimType?.toLowerCase() === 'verificationcode' || field.inputType === 'Password' ? [field.claim.slot] : []
    )
  ])

/** What the control knows after an action: what was entered, and what the action's profiles gave. */
const claimsAfter = (run: Run, control: ControlPlan): ControlState['claims'] => {
  const scope = run.validation?.bag ?? run.bag
  const drop = forgotten(run, control)
  const claims: Record<string, ReturnType<typeof toJson>> = {}
  const fields = new Set(control.fields.map(({ field }) => field.claim.slot))
  for (const { id, slot } of run.plan.claims.slots) {
    const value = scope[slot]
    if (value === undefined || drop.has(slot)) continue
    if (fields.has(slot) || value !== run.bag[slot]) claims[id] = toJson(value)
  }
  return claims
}

/** The end of an action that succeeded: the page is shown with the control's new state. */
export const finishAction = (
  run: Run,
  { action, control: id }: { readonly control: string; readonly action: string }
): ProfileProgress => {
  const call = runningProfile(run)?.profile.call
  const control = call?._tag === 'SelfAsserted' ? findControl(call, id) : undefined
  if (control === undefined) throw new Error(`the page has no display control "${id}"`)
  const frame = run.page ?? untouched
  const key = control.id.toLowerCase()
  const before = frame.controls[key]
  const name = action.toLowerCase()
  const state: ControlState = {
    sent: name === 'sendcode' || before?.sent === true,
    verified: name === 'verifycode' || (name !== 'sendcode' && before?.verified === true),
    claims: { ...before?.claims, ...claimsAfter(run, control) }
  }
  run.setValidation(undefined)
  run.page = {
    ...frame,
    controls: { ...frame.controls, [key]: state },
    message: undefined,
    fieldMessages: {},
    control: undefined
  }
  return showPage(run)
}
