/** The built-in verification of e-mail addresses (`PartnerClaimType="Verified.Email"`). */
import { formatValue } from '@trustframe/claims'
import type { FieldPlan, SelfAssertedPlan } from '@trustframe/plan/plan'
import type { Answer } from '../Answer.ts'
import { serviceCodeRules } from '../calls/codes.ts'
import { transactionOf } from '../JourneyContext.ts'
import type { CallFrame, PageMessage } from '../JourneyState.ts'
import { runningProfile } from '../place.ts'
import type { ProfileProgress } from '../profile.ts'
import type { Request } from '../Request.ts'
import type { Run } from '../Run.ts'
import { isShownOnly } from './check.ts'
import { itemsOf } from './items.ts'
import { optionsOf, prefill } from './model.ts'
import { refusePage, showPage, untouched } from './show.ts'
import type { OpenPage } from './submit.ts'
import { pageString } from './strings.ts'

const fieldOf = (run: Run, call: SelfAssertedPlan, claim: string) => {
  const item = itemsOf(run, call).find(
    (other) => other._tag === 'Field' && other.verifyEmail && other.field.claim.id.toLowerCase() === claim.toLowerCase()
  )
  return item?._tag === 'Field' ? item.field : undefined
}

/** The address that is meant: what is only shown is not what a browser says it is. */
const addressOf = (run: Run, call: SelfAssertedPlan, field: FieldPlan, entered: string): string => {
  if (!isShownOnly(field)) return entered
  const value = prefill(run, call.inputClaims).get(field.claim.slot)
  return value === undefined ? '' : formatValue(value)
}

const message = (run: Run, key: string): PageMessage => ({
  code: undefined,
  key,
  text: pageString(run, 'selfasserted', runningProfile(run)?.profile, key)
})

const ask = (run: Run, stage: string, claim: string, address: string, request: Request): ProfileProgress => {
  const profile = runningProfile(run)?.profile
  run.call = { _tag: 'Call', stage, memory: { claim, address } }
  return {
    _tag: 'Waiting',
    demand: {
      _tag: 'Perform',
      technicalProfile: profile?.id ?? '',
      origin: profile?.origin ?? run.plan.origin,
      request
    }
  }
}

/** Sends a code to the address that was entered. Source: pages section 5.3. */
export const sendEmailCode = (run: Run, { call }: OpenPage, claim: string, entered: string): ProfileProgress => {
  const field = fieldOf(run, call, claim)
  if (field === undefined) return showPage(run)
  const address = addressOf(run, call, field, entered)
  const frame = run.page ?? untouched
  if (!isShownOnly(field)) run.page = { ...frame, entered: { ...frame.entered, [field.claim.id]: address } }
  const result = field.check(address, { nowMillis: run.moment.epochMillis, options: optionsOf(run, field) })
  if (result._tag === 'RejectedInput' || address === '') {
    const said = message(run, 'ver_fail_server')
    return refusePage(run, { message: said, fieldMessages: { [field.claim.id]: said.text }, counts: false })
  }
  return ask(run, 'emailCode', field.claim.id, address, {
    _tag: 'SendCode',
    owner: { transaction: transactionOf(run.context), identifier: address },
    rules: serviceCodeRules,
    channel: 'email',
    to: address,
    language: run.language,
    texts: {}
  })
}

/** Checks the code that was entered for an address. */
export const checkEmailCode = (
  run: Run,
  { call }: OpenPage,
  claim: string,
  entered: string,
  code: string
): ProfileProgress => {
  const field = fieldOf(run, call, claim)
  if (field === undefined) return showPage(run)
  const address = addressOf(run, call, field, entered)
  return ask(run, 'emailVerify', field.claim.id, address, {
    _tag: 'VerifyCode',
    owner: { transaction: transactionOf(run.context), identifier: address },
    code
  })
}

/** The texts of what can go wrong. Source: localization-string-ids (verification of e-mail). */
const failures: Readonly<Record<string, string>> = {
  TooManyCodes: 'ver_fail_throttled',
  SendingThrottled: 'ver_fail_throttled',
  CodeWrong: 'ver_fail_retry',
  TooManyTries: 'ver_fail_no_retry',
  NoCode: 'ver_fail_code_expired'
}

/** Goes on after a code was sent or checked. */
export const receiveEmail = (run: Run, answer: Answer, { memory }: CallFrame): ProfileProgress => {
  const { address = '', claim = '' } = memory
  const frame = run.page ?? untouched
  run.call = undefined
  if (answer._tag === 'Sent' || answer._tag === 'CodeRight') {
    const email = { address, verified: answer._tag === 'CodeRight' }
    run.page = {
      ...frame,
      emails: { ...frame.emails, [claim]: email },
      message: undefined,
      fieldMessages: {},
      control: undefined
    }
    return showPage(run)
  }
  const said = message(run, failures[answer._tag] ?? 'ver_fail_server')
  return refusePage(run, { message: said, fieldMessages: { [claim]: said.text }, counts: false })
}
