/** A button of a display control is pressed. */
import type { Entered } from '../JourneyEvent.ts'
import type { ProfileProgress } from '../profile.ts'
import type { Run } from '../Run.ts'
import { checkControlFields, rememberEntered } from './check.ts'
import { findAction, findControl } from './control.ts'
import { controlClaims, prefill } from './model.ts'
import { refusePage, showPage, untouched } from './show.ts'
import { type OpenPage, openScope, runValidations } from './submit.ts'

/** Checks the control's fields and runs the action's profiles; an action that does not exist changes nothing. */
export const useControl = (
  run: Run,
  { call }: OpenPage,
  used: { readonly control: string; readonly action: string; readonly values: Entered }
): ProfileProgress => {
  const control = findControl(call, used.control)
  const action = control === undefined ? undefined : findAction(control, used.action)
  if (control === undefined || action === undefined) return showPage(run)
  const frame = run.page ?? untouched
  const fields = control.fields
    .filter(({ controlClaimType }) => controlClaimType?.toLowerCase() !== 'verificationcode')
    .map(({ field }) => field)
  run.page = { ...frame, entered: { ...frame.entered, ...rememberEntered(fields, used.values) } }
  const { fieldMessages, message, values } = checkControlFields(run, control, action.id, used.values)
  if (message !== undefined) {
    return refusePage(run, { message, fieldMessages, control: control.id, counts: false })
  }
  const known = controlClaims(run, frame.controls[control.id.toLowerCase()])
  const given = prefill(run, control.inputClaims)
  openScope(run, { control: control.id, action: action.id }, new Map([...given, ...known, ...values]), false)
  run.noteClaims(control.id)
  return runValidations(run)
}
