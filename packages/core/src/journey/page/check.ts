/** Checks what was entered on a page: fields, verified addresses, display controls, repeated passwords. */
import { type ClaimValue, formatValue, type RejectedInput, userInputMessages } from '@trustframe/claims'
import type { ControlPlan, FieldPlan, PageFieldPlan, SelfAssertedPlan } from '@trustframe/plan/plan'
import type { Entered } from '../JourneyEvent.ts'
import type { ControlState, PageMessage } from '../JourneyState.ts'
import { say } from '../messages.ts'
import { runningProfile } from '../place.ts'
import type { Run } from '../Run.ts'
import { itemsOf } from './items.ts'
import { controlClaims, optionsOf, prefill } from './model.ts'
import { localized, pageString } from './strings.ts'

/** What a page gave: claims by slot, or why it is not accepted. */
export interface Checked {
  /** Values by slot; a field that was left empty has none. */
  readonly values: ReadonlyMap<number, ClaimValue>
  /** The first thing that is wrong. */
  readonly message: PageMessage | undefined
  /** What is wrong with each field, by claim type id. */
  readonly fieldMessages: Readonly<Record<string, string>>
}

/** What was entered into a field, ignoring the case of its name. */
export const enteredIn = (values: Entered, id: string): string | ReadonlyArray<string> | undefined =>
  values[id] ?? Object.entries(values).find(([name]) => name.toLowerCase() === id.toLowerCase())?.[1]

const textOf = (entered: string | ReadonlyArray<string> | undefined): string =>
  entered === undefined ? '' : typeof entered === 'string' ? entered : entered.join(',')

/** The text beside the field: help of the pattern or of the predicates, else the message itself. */
const fieldText = (
  run: Run,
  { claimTypeId, failedGroups, patternHelpText }: RejectedInput,
  otherwise: string
): string => {
  if (failedGroups.length > 0) {
    const lines = failedGroups.flatMap(({ helpText, predicates }) => [
      helpText,
      ...predicates.map((item) => item.helpText)
    ])
    const texts = lines.flatMap(({ elementId, elementType, stringId, text }) => {
      const found =
        localized(run, elementType, elementId, stringId) ??
        (elementType === 'PredicateValidation' ? localized(run, 'InputValidation', elementId, stringId) : undefined) ??
        text
      return found === undefined || found === '' ? [] : [found]
    })
    return texts.length === 0 ? otherwise : texts.join('\n')
  }
  return localized(run, 'ClaimType', claimTypeId, 'PatternHelpText') ?? patternHelpText ?? otherwise
}

/** Collects values and what is wrong with them. */
class Sheet implements Checked {
  readonly run: Run
  readonly values = new Map<number, ClaimValue>()
  readonly fieldMessages: Record<string, string> = {}
  message: PageMessage | undefined

  constructor(run: Run) {
    this.run = run
  }

  refuse(key: string, values: ReadonlyArray<string>, otherwise: string, field?: string, text?: string): void {
    const said = say(this.run, runningProfile(this.run)?.profile, [{ key, values }], otherwise)
    this.message ??= { code: undefined, key: said.key, text: said.text }
    if (field !== undefined) this.fieldMessages[field] ??= text ?? said.text
  }

  missing({ claim }: FieldPlan): void {
    const text = userInputMessages.UserMessageIfMissingRequiredElement
    this.refuse('UserMessageIfMissingRequiredElement', [claim.id], text, claim.id)
  }

  field(field: FieldPlan, entered: string | ReadonlyArray<string> | undefined, keepsEmpty: boolean): void {
    const { claim } = field
    const result = field.check(entered, {
      nowMillis: this.run.moment.epochMillis,
      options: optionsOf(this.run, field)
    })
    if (result._tag === 'RejectedInput') {
      const { defaultText, messageArguments, messageId } = result
      this.refuse(messageId, messageArguments, defaultText, claim.id, fieldText(this.run, result, ''))
      if (this.fieldMessages[claim.id] === '') this.fieldMessages[claim.id] = this.message?.text ?? ''
      return
    }
    const { value } = result
    // A field that was emptied leaves the claim as it was, unless the profile wants an empty text of it.
    if (value === undefined || (value === '' && !keepsEmpty)) return
    this.values.set(claim.slot, value)
  }
}

/** A field that nobody can change. */
export const isShownOnly = ({ inputType }: FieldPlan): boolean => inputType === 'Readonly' || inputType === 'Paragraph'

const checkEmail = (sheet: Sheet, { field, verifyEmail }: PageFieldPlan, entered: string): void => {
  if (!verifyEmail || sheet.fieldMessages[field.claim.id] !== undefined) return
  if (entered === '' && !field.required) return
  const email = sheet.run.page?.emails[field.claim.id]
  if (email?.verified === true && email.address.toLowerCase() === entered.toLowerCase()) return
  sheet.refuse('UserMessageIfClaimNotVerified', [field.claim.id], 'Claim not verified: {0}', field.claim.id)
}

/** Whether a display control has to be verified before its page is accepted. Source: pages section 6.1. */
const needsVerification = (control: ControlPlan, state: ControlState | undefined): boolean =>
  control.type === 'VerificationControl' &&
  control.actions.some(({ id }) => id.toLowerCase() === 'verifycode') &&
  (state !== undefined || control.fields.some(({ field }) => field.required))

const differs = (control: ControlPlan, values: Entered, verified: ReadonlyMap<number, ClaimValue>): boolean =>
  control.fields.some(({ controlClaimType, field }) => {
    const entered = enteredIn(values, field.claim.id)
    const known = verified.get(field.claim.slot)
    return (
      controlClaimType?.toLowerCase() !== 'verificationcode' &&
      entered !== undefined &&
      known !== undefined &&
      textOf(entered).toLowerCase() !== formatValue(known).toLowerCase()
    )
  })

const checkControl = (sheet: Sheet, control: ControlPlan, values: Entered): void => {
  const state = sheet.run.page?.controls[control.id.toLowerCase()]
  const claims = controlClaims(sheet.run, state)
  if (needsVerification(control, state) && (state?.verified !== true || differs(control, values, claims))) {
    sheet.refuse(
      'UserMessageIfVerificationControlClaimsNotVerified',
      [],
      'The claims for verification control have not been verified.'
    )
    return
  }
  const kept = new Set([
    ...control.fields.map(({ field }) => field.claim.slot),
    ...control.outputClaims.map(({ claim }) => claim.slot)
  ])
  for (const [slot, value] of claims) if (kept.has(slot)) sheet.values.set(slot, value)
}

/** A password that is asked for twice is the same both times. Source: localization-string-ids (error_passwordEntryMismatch). */
const checkRepeated = (sheet: Sheet, fields: ReadonlyArray<FieldPlan>): void => {
  const passwords = fields.filter(({ inputType }) => inputType === 'Password')
  const again = passwords.find(({ claim }) => /^re-?enter/i.test(claim.id))
  const index = again === undefined ? -1 : passwords.indexOf(again)
  const first = passwords[index - 1]
  if (again === undefined || first === undefined) return
  if (sheet.values.get(again.claim.slot) === sheet.values.get(first.claim.slot)) return
  const key = 'error_passwordEntryMismatch'
  const text = pageString(sheet.run, 'selfasserted', runningProfile(sheet.run)?.profile, key)
  sheet.message ??= { code: undefined, key, text }
  sheet.fieldMessages[again.claim.id] ??= text
}

/** Checks a whole page. Source: pages section 4.4 (server-side validation), technical-profiles section 1. */
export const checkPage = (run: Run, call: SelfAssertedPlan, values: Entered): Checked => {
  const sheet = new Sheet(run)
  const given = prefill(run, call.inputClaims)
  const fields: Array<FieldPlan> = []
  for (const item of itemsOf(run, call)) {
    if (item._tag === 'Control') {
      checkControl(sheet, item.control, values)
      continue
    }
    const { field } = item
    const { slot } = field.claim
    fields.push(field)
    if (isShownOnly(field)) {
      // What a browser sends for it is not trusted: the value is the one that was shown.
      const value = given.get(slot)
      if (value !== undefined) sheet.values.set(slot, value)
      else if (field.required) sheet.missing(field)
      checkEmail(sheet, item, value === undefined ? '' : formatValue(value))
      continue
    }
    const entered = enteredIn(values, field.claim.id)
    sheet.field(field, entered, call.settings.generatesNullClaims)
    checkEmail(sheet, item, textOf(entered))
  }
  checkRepeated(sheet, fields)
  return sheet
}

/** Checks the fields of a display control before one of its actions runs; a code is not needed to send one. */
export const checkControlFields = (run: Run, control: ControlPlan, action: string, values: Entered): Checked => {
  const sheet = new Sheet(run)
  const sends = action.toLowerCase() === 'sendcode'
  for (const { controlClaimType, field } of control.fields) {
    if (sends && controlClaimType?.toLowerCase() === 'verificationcode') continue
    if (!isShownOnly(field)) sheet.field(field, enteredIn(values, field.claim.id), false)
  }
  return sheet
}

/** What was entered, for showing the page again: passwords and other secrets are left out. */
export const rememberEntered = (fields: ReadonlyArray<FieldPlan>, values: Entered): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const entered = enteredIn(values, field.claim.id)
      const secret = field.secret || field.inputType === 'Password' || isShownOnly(field)
      return entered === undefined || secret ? [] : [[field.claim.id, textOf(entered)]]
    })
  )
