/** Takes what was entered on a self-asserted page: checks, validation profiles, outputs. */
import type { ClaimValue } from '@trustframe/claims'
import type { SelfAssertedPlan, ValidationPlan } from '@trustframe/plan/plan'
import { putOutput } from '../bag.ts'
import type { CallEvent } from '../calls/CallRunner.ts'
import type { JourneyError } from '../JourneyError.ts'
import type { Entered } from '../JourneyEvent.ts'
import type { CallFrame, PageMessage } from '../JourneyState.ts'
import { type Running, runningProfile, validationsOf } from '../place.ts'
import { beginProfile, finishProfile, type ProfileProgress, resumeProfile } from '../profile.ts'
import type { Run } from '../Run.ts'
import { checkPage, rememberEntered } from './check.ts'
import { finishAction } from './control.ts'
import { itemsOf } from './items.ts'
import { refusePage, untouched } from './show.ts'

/** A page of a self-asserted profile, where the journey stands. */
export interface OpenPage {
  readonly running: Running
  readonly call: SelfAssertedPlan
}

const fieldsOf = (run: Run, call: SelfAssertedPlan) =>
  itemsOf(run, call).flatMap((item) =>
    item._tag === 'Field' ? [item.field] : item.control.fields.map(({ field }) => field)
  )

/** Opens the scope that validations see: the bag with what was entered. */
export const openScope = (
  run: Run,
  action: { readonly control: string; readonly action: string } | undefined,
  values: ReadonlyMap<number, ClaimValue>,
  keepMeSignedIn: boolean
): void => {
  const bag = [...run.bag]
  for (const [slot, value] of values) bag[slot] = value
  run.setValidation({ _tag: 'Validation', action, index: 0, bag, keepMeSignedIn })
}

/** The page is submitted. */
export const submit = (run: Run, { call }: OpenPage, values: Entered, keepMeSignedIn: boolean): ProfileProgress => {
  const frame = run.page ?? untouched
  run.page = { ...frame, entered: { ...frame.entered, ...rememberEntered(fieldsOf(run, call), values) } }
  const { fieldMessages, message, values: checked } = checkPage(run, call, values)
  if (message !== undefined) return refusePage(run, { message, fieldMessages, counts: true })
  const { ipAddress } = call.settings
  openScope(
    run,
    undefined,
    ipAddress === undefined ? checked : new Map([...checked, [ipAddress.slot, run.context.ipAddress]]),
    keepMeSignedIn
  )
  run.noteClaims(call.id)
  return runValidations(run)
}

/** What a person reads of a failed validation. */
const messageOf = ({ code, description, userMessage }: JourneyError): PageMessage => ({
  code: userMessage?.code ?? (code === 'AADB2C' ? undefined : code),
  key: userMessage?.key ?? code,
  text: userMessage?.text ?? (code === 'AADB2C' ? 'An exception has occurred.' : description)
})

/** What follows from a validation that came to its end; `undefined` when the next one is up. */
const settle = (run: Run, validation: ValidationPlan, progress: ProfileProgress): ProfileProgress | 'next' | 'stop' => {
  const { continueOnError, continueOnSuccess, origin, profile } = validation
  switch (progress._tag) {
    case 'Done':
      return continueOnSuccess ? 'next' : 'stop'
    case 'Failed':
      if (!continueOnError) {
        const control = run.validation?.action?.control
        return refusePage(run, {
          message: messageOf(progress.error),
          error: progress.error,
          counts: control === undefined,
          ...(control === undefined ? {} : { control })
        })
      }
      run.note({
        _tag: 'ValidationIgnored',
        technicalProfile: profile.id,
        description: progress.error.description,
        origin
      })
      return 'next'
    case 'Waiting':
      return progress
    case 'PageNeeded':
      throw new Error(`technical profile "${profile.id}" shows a page and cannot validate another`)
  }
}

/** Runs the validations from the current one on, then takes the page's outputs or those of the action. */
export const runValidations = (run: Run): ProfileProgress => {
  for (;;) {
    const frame = run.validation
    if (frame === undefined) throw new Error('no page is being validated')
    const validation = validationsOf(run)[frame.index]
    if (validation === undefined) return finishValidations(run)
    const skip = validation.preconditions.find(({ satisfied }) => satisfied(frame.bag))
    let outcome: ProfileProgress | 'next' | 'stop' = 'next'
    if (skip === undefined) {
      outcome = settle(run, validation, beginProfile(run, validation.profile))
    } else {
      const { origin, text } = skip
      run.note({ _tag: 'ValidationSkipped', technicalProfile: validation.profile.id, precondition: text, origin })
    }
    if (outcome === 'stop') return finishValidations(run)
    if (outcome !== 'next') return outcome
    run.validation = { ...frame, index: frame.index + 1 }
  }
}

/** Goes on with the validation whose call was waited for. */
export const resumeValidation = (run: Run, event: CallEvent, waiting: CallFrame): ProfileProgress => {
  const frame = run.validation
  const validation = frame === undefined ? undefined : validationsOf(run)[frame.index]
  if (frame === undefined || validation === undefined) throw new Error('no validation waits for an answer')
  const outcome = settle(run, validation, resumeProfile(run, validation.profile, event, waiting))
  if (outcome === 'stop') return finishValidations(run)
  if (outcome !== 'next') return outcome
  run.validation = { ...frame, index: frame.index + 1 }
  return runValidations(run)
}

const finishValidations = (run: Run): ProfileProgress =>
  run.validation?.action === undefined ? acceptPage(run) : finishAction(run, run.validation.action)

/** Whether the page offers to keep the person signed in. Source: sessions-and-state section 4. */
const mayRemember = ({ plan }: Run, { settings }: SelfAssertedPlan): boolean =>
  settings.enableRememberMe && plan.session.keepAliveInDays > 0

/** The page's own outputs go into the bag: those that were entered, verified or given by a validation, and defaults. */
const acceptPage = (run: Run): ProfileProgress => {
  const open = openPage(run)
  if (open === undefined) throw new Error('the journey stands at no self-asserted page')
  const { call, running } = open
  const validated = run.validation?.bag ?? run.bag
  const fields = fieldsOf(run, call)
  const shown = new Set(fields.map(({ claim }) => claim.slot))
  const passwords = new Set(fields.flatMap(({ claim, inputType }) => (inputType === 'Password' ? [claim.slot] : [])))
  if (passwords.size > 0) run.credentialsEntered()
  if (run.validation?.keepMeSignedIn === true && mayRemember(run, call)) run.keepMeSignedIn = true
  run.setValidation(undefined)
  run.page = undefined
  for (const binding of call.outputClaims) {
    const { slot } = binding.claim
    // A password serves the page's validations only, and never leaves it. Source: technical-profiles section 1.2.
    if (passwords.has(slot)) continue
    const value = validated[slot]
    const given = shown.has(slot) || value !== run.bag[slot]
    putOutput(run.bag, binding, given ? value : undefined, run.resolvers)
  }
  const { ipAddress } = call.settings
  if (ipAddress !== undefined) run.bag[ipAddress.slot] = run.context.ipAddress
  run.note({ _tag: 'PageAccepted', technicalProfile: running.profile.id, origin: running.profile.origin })
  return finishProfile(run, running.profile)
}

/** A page that shows nothing is passed over; its validations never run, since nothing is submitted. */
export const passOver = (run: Run, { call, running }: OpenPage): ProfileProgress => {
  for (const binding of call.outputClaims) putOutput(run.bag, binding, undefined, run.resolvers)
  return finishProfile(run, running.profile)
}

/** The self-asserted page that the journey stands at. */
export const openPage = (run: Run): OpenPage | undefined => {
  const running = runningProfile(run)
  const call = running?.profile.call
  return running !== undefined && call?._tag === 'SelfAsserted' ? { running, call } : undefined
}
