/** The page of phone factor profiles: a code by text message, or a call. */
import { ConversionFailure, fromJson, type Json } from '@trustframe/claims'
import { type PhoneFactorPlan } from '@trustframe/plan/plan'
import type { Answer } from '../Answer.ts'
import { putOutput } from '../bag.ts'
import { phoneNumberOf, serviceCodeRules } from '../calls/codes.ts'
import { transactionOf } from '../JourneyContext.ts'
import { codedError } from '../makeError.ts'
import type { Interaction } from '../JourneyEvent.ts'
import type { CallFrame, PageMessage, PhoneState } from '../JourneyState.ts'
import { type Running, runningProfile } from '../place.ts'
import { finishProfile, type ProfileProgress } from '../profile.ts'
import type { Request } from '../Request.ts'
import type { Run } from '../Run.ts'
import { knownNumbers } from './phoneModel.ts'
import { refusePage, showPage, untouched } from './show.ts'
import { pageString } from './strings.ts'

/** A phone page, where the journey stands. */
export interface OpenPhone {
  readonly running: Running
  readonly call: PhoneFactorPlan
}

/** How many wrong codes end the journey. Source: page-layout (multifactor 1.1.0). */
const codesAllowed = 3

/** The phone page that the journey stands at. */
export const openPhone = (run: Run): OpenPhone | undefined => {
  const running = runningProfile(run)
  const call = running?.profile.call
  return running !== undefined && call?._tag === 'PhoneFactor' ? { running, call } : undefined
}

const message = (run: Run, key: string): PageMessage => ({
  code: undefined,
  key,
  text: pageString(run, 'multifactor', runningProfile(run)?.profile, key)
})

const refuse = (run: Run, key: string): ProfileProgress =>
  refusePage(run, { message: message(run, key), counts: false })

/** Shows the page, unless there is no number and none may be entered. */
export const beginPhone = (run: Run, { call, running }: OpenPhone): ProfileProgress => {
  if (knownNumbers(run, call).length > 0 || call.manualEntryAllowed) return showPage(run)
  const { id, origin } = running.profile
  const description = `technical profile "${id}" has no phone number, and ManualPhoneNumberEntryAllowed is not true`
  return {
    _tag: 'Failed',
    error: codedError(run, { tag: 'PhoneMissing', description, origin, technicalProfile: id }, 'AADB2C90145')
  }
}

const ask = (run: Run, { running }: OpenPhone, stage: string, phone: PhoneState, request: Request): ProfileProgress => {
  run.call = {
    _tag: 'Call',
    stage,
    memory: { number: phone.number, entered: String(phone.entered), wrongCodes: String(phone.wrongCodes) }
  }
  const { id, origin } = running.profile
  return { _tag: 'Waiting', demand: { _tag: 'Perform', technicalProfile: id, origin, request } }
}

const chosen = (run: Run, call: PhoneFactorPlan, phone: number | string): PhoneState | undefined => {
  const known = knownNumbers(run, call)
  const wrongCodes = run.page?.phone?.wrongCodes ?? 0
  if (typeof phone === 'number') {
    const number = known[phone]
    return number === undefined ? undefined : { number, entered: false, wrongCodes }
  }
  const number = call.manualEntryAllowed && known.length === 0 ? phoneNumberOf(phone) : undefined
  return number === undefined ? undefined : { number, entered: true, wrongCodes }
}

const send = (run: Run, open: OpenPhone, phone: number | string, method: 'sms' | 'call'): ProfileProgress => {
  const state = chosen(run, open.call, phone)
  if (state === undefined) return refuse(run, 'invalid_number')
  const { number } = state
  if (method === 'call') {
    if (open.call.mode === 'sms') return showPage(run)
    return ask(run, open, 'phoneCall', state, { _tag: 'CallPhone', to: number, language: run.language })
  }
  if (open.call.mode === 'phone') return showPage(run)
  return ask(run, open, 'phoneCode', state, {
    _tag: 'SendCode',
    owner: { transaction: transactionOf(run.context), identifier: number },
    rules: { ...serviceCodeRules, retryAttempts: codesAllowed },
    channel: 'sms',
    to: number,
    language: run.language,
    texts: {}
  })
}

/** A code is wanted, or entered. */
export const usePhone = (run: Run, open: OpenPhone, event: Interaction): ProfileProgress => {
  if (event._tag === 'PhoneCodeRequested') return send(run, open, event.phone, event.method)
  const phone = run.page?.phone
  if (event._tag !== 'PhoneCodeEntered' || phone === undefined) return showPage(run)
  return ask(run, open, 'phoneVerify', phone, {
    _tag: 'VerifyCode',
    owner: { transaction: transactionOf(run.context), identifier: phone.number },
    code: event.code
  })
}

const accept = (run: Run, { call, running }: OpenPhone, { entered, number }: PhoneState): ProfileProgress => {
  const given: Readonly<Record<string, Json>> = {
    'verified.officephone': number,
    ...(entered ? { newphonenumberentered: true } : {})
  }
  run.page = undefined
  for (const binding of call.outputClaims) {
    const value = fromJson(binding.claim.dataType, given[binding.partnerName.toLowerCase()])
    putOutput(run.bag, binding, value instanceof ConversionFailure ? undefined : value, run.resolvers)
  }
  const { id, origin } = running.profile
  run.note({ _tag: 'PageAccepted', technicalProfile: id, origin })
  run.credentialsEntered()
  return finishProfile(run, running.profile)
}

const wrong = (run: Run, { running }: OpenPhone, phone: PhoneState): ProfileProgress => {
  const wrongCodes = phone.wrongCodes + 1
  run.page = { ...(run.page ?? untouched), phone: { ...phone, wrongCodes } }
  if (wrongCodes < codesAllowed) return refuse(run, 'error_449_custom')
  const { id, origin } = running.profile
  const description = `technical profile "${id}" was given ${codesAllowed} wrong codes`
  return {
    _tag: 'Failed',
    error: codedError(run, { tag: 'RetriesExceeded', description, origin, technicalProfile: id }, 'AADB2C90151')
  }
}

/** Goes on after a code was sent or checked, or a call was made. */
export const receivePhone = (
  run: Run,
  open: OpenPhone,
  answer: Answer,
  { memory, stage }: CallFrame
): ProfileProgress => {
  const { entered, number = '', wrongCodes } = memory
  const phone = { number, entered: entered === 'true', wrongCodes: Number(wrongCodes ?? 0) }
  run.call = undefined
  switch (answer._tag) {
    case 'Sent':
      if (stage === 'phoneCall') return accept(run, open, phone)
      run.page = { ...(run.page ?? untouched), phone, message: undefined, fieldMessages: {} }
      return showPage(run)
    case 'CodeRight':
      return accept(run, open, phone)
    case 'CodeWrong':
    case 'TooManyTries':
      return wrong(run, open, phone)
    case 'NoCode':
      return refuse(run, 'error_449_custom')
    case 'TooManyCodes':
    case 'SendingThrottled':
      return refuse(run, 'error_429')
    default:
      return refuse(run, 'error_448')
  }
}
