/** Runs profiles that make, send and verify codes: one-time passwords, text messages, authenticator apps, e-mail. */
import type { Aadb2cCode, AadSsprPlan, AzureMfaPlan, OneTimePasswordPlan } from '@trustframe/plan/plan'
import type { CodeRules } from '../../ports/OneTimePasswords.ts'
import type { Answer } from '../Answer.ts'
import { transactionOf } from '../JourneyContext.ts'
import { answerOf, ask, type Calling, type CallProgress, type CallRunner, failed } from './CallRunner.ts'
import { inputMissing, type Inputs, takeInputs } from './inputs.ts'
import { refuseWithReason } from './refuse.ts'
import { finishWith } from './store.ts'

/** The rules of codes that the service sends by itself. Source: sessions-and-state section 8 (code lifetime). */
export const serviceCodeRules: CodeRules = {
  expiresInSeconds: 600,
  length: 6,
  characterSet: '0-9',
  retryAttempts: 5,
  generationAttempts: 10,
  reuseSameCode: false
}

/** E.164: a plus sign and 7 to 15 digits. */
const phoneForm = /^\+[1-9]\d{6,14}$/

/** A phone number without spaces, dots, dashes and brackets; `undefined` when it is none. */
export const phoneNumberOf = (text: string): string | undefined => {
  const number = text.replaceAll(/[\s().-]/g, '')
  return phoneForm.test(number) ? number : undefined
}

type Codes = OneTimePasswordPlan | AzureMfaPlan | AadSsprPlan

/** What a verdict means to a handler: its message ids, and B2C's own words. */
type Refused = readonly [messages: ReadonlyArray<string>, text: string]

const refuse = (
  here: Calling<Codes>,
  answer: Answer,
  refusals: Readonly<Record<string, Refused>>,
  code: Aadb2cCode = 'AADB2C90158'
): CallProgress => {
  const refusal = refusals[answer._tag]
  if (refusal === undefined)
    throw new Error(`technical profile "${here.profile.id}" cannot be answered "${answer._tag}"`)
  const [messages, text] = refusal
  return refuseWithReason(here, {
    tag: 'CodeRefused',
    description: `technical profile "${here.profile.id}": ${text}`,
    messages,
    text,
    code
  })
}

const withInputs = (here: Calling<Codes>, use: (inputs: Inputs) => CallProgress): CallProgress => {
  const inputs = takeInputs(here, here.call.inputClaims)
  return 'tag' in inputs ? failed(inputs) : use(inputs)
}

const need = (
  here: Calling<Codes>,
  inputs: Inputs,
  names: ReadonlyArray<string>,
  use: (values: ReadonlyArray<string>) => CallProgress
): CallProgress => {
  const values = names.map((name) => inputs.text(name))
  const missing = names.find((_, index) => values[index] === undefined)
  return missing === undefined
    ? use(values.filter((value) => value !== undefined))
    : failed(inputMissing(here, missing))
}

const oneTimePasswordRefusals: Readonly<Record<string, Refused>> = {
  TooManyCodes: [
    ['UserMessageIfMaxNumberOfCodeGenerated'],
    'You have exceeded the number of code generation attempts allowed.'
  ],
  NoCode: [
    ['UserMessageIfSessionDoesNotExist', 'UserMessage.VerificationHasExpired'],
    'You have exceeded the maximum time allowed.'
  ],
  TooManyTries: [
    ['UserMessageIfMaxRetryAttempted', 'UserMessage.MaxRetryAttemped'],
    'You have exceeded the number of retries allowed.'
  ],
  CodeWrong: [
    ['UserMessageIfVerificationFailedRetryAllowed', 'UserMessageIfInvalidCode', 'UserMessage.InvalidCode'],
    'That code is incorrect. Please try again.'
  ],
  CodeConflict: [
    ['UserMessageIfSessionConflict', 'UserMessage.ServerError'],
    'Cannot verify the code, please try again later.'
  ]
}

/** `OneTimePasswordProtocolProvider`. Source: one-time-password-technical-profile. */
export const oneTimePassword: CallRunner<OneTimePasswordPlan> = {
  begin: (here) =>
    withInputs(here, (inputs) => {
      const { call, run } = here
      const transaction = transactionOf(run.context)
      if (call.operation === 'VerifyCode') {
        return need(here, inputs, ['identifier', 'otpToVerify'], ([identifier = '', code = '']) =>
          ask(here, { _tag: 'VerifyCode', owner: { transaction, identifier }, code })
        )
      }
      const rules = {
        expiresInSeconds: call.codeExpirationInSeconds,
        length: call.codeLength,
        characterSet: call.characterSet,
        retryAttempts: call.retryAttempts,
        generationAttempts: call.generationAttempts,
        reuseSameCode: call.reuseSameCode
      }
      return need(here, inputs, ['identifier'], ([identifier = '']) =>
        ask(here, { _tag: 'MakeCode', owner: { transaction, identifier }, rules })
      )
    }),
  receive: (here, event) => {
    const answer = answerOf(event)
    if (answer._tag === 'CodeMade') return finishWith(here, here.call.outputClaims, { otpGenerated: answer.code })
    if (answer._tag === 'CodeRight') return finishWith(here, here.call.outputClaims, {})
    return refuse(here, answer, oneTimePasswordRefusals)
  }
}

const wrongCode: Refused = [['UserMessageIfWrongCodeEntered'], 'Wrong code entered, please try again.']
const tooManyTries: Refused = [
  ['UserMessageIfMaxAllowedCodeRetryReached'],
  'Wrong code entered too many times, please try again later.'
]
const throttled: Refused = [['UserMessageIfThrottled'], 'Your request has been throttled, please try again later.']
const serverError: Refused = [['UserMessageIfServerError'], 'Cannot use MFA service, please try again later.']

const mfaRefusals: Readonly<Record<string, Refused>> = {
  AddressRefused: [['UserMessageIfCouldntSendSms'], 'Cannot Send SMS to the phone, please try another phone number.'],
  SendingThrottled: throttled,
  TooManyCodes: throttled,
  SendingUnavailable: serverError,
  CodeConflict: serverError,
  NoDevice: serverError,
  NotBegun: serverError,
  CodeWrong: wrongCode,
  NoCode: wrongCode,
  TooManyTries: tooManyTries
}

const invalidFormat: Refused = [
  ['UserMessageIfInvalidFormat'],
  'Your phone number is not in a valid format, please correct it and try again.'
]

/** A request for a code has another code than the check of one. Source: error-codes (90155, 90156). */
const mfaCode = ({ call }: Calling<AzureMfaPlan>): Aadb2cCode =>
  call.operation === 'Verify' || call.operation === 'VerifyOTP' ? 'AADB2C90156' : 'AADB2C90155'

const sendSms = (here: Calling<AzureMfaPlan>, text: string): CallProgress => {
  const number = phoneNumberOf(text)
  if (number === undefined)
    return refuse(here, { _tag: 'AddressRefused', detail: text }, { AddressRefused: invalidFormat }, mfaCode(here))
  const { run } = here
  return ask(here, {
    _tag: 'SendCode',
    owner: { transaction: transactionOf(run.context), identifier: number },
    rules: serviceCodeRules,
    channel: 'sms',
    to: number,
    language: run.language,
    texts: {}
  })
}

const beginMfa = (here: Calling<AzureMfaPlan>, inputs: Inputs): CallProgress => {
  const transaction = transactionOf(here.run.context)
  switch (here.call.operation) {
    case 'OneWaySMS':
      return need(here, inputs, ['phoneNumber'], ([number = '']) => sendSms(here, number))
    case 'Verify':
      return need(here, inputs, ['phoneNumber', 'verificationCode'], ([number = '', code = '']) =>
        ask(here, { _tag: 'VerifyCode', owner: { transaction, identifier: phoneNumberOf(number) ?? number }, code })
      )
    case 'GetAvailableDevices':
      return need(here, inputs, ['userPrincipalName'], ([user = '']) => ask(here, { _tag: 'CountDevices', user }))
    case 'BeginVerifyOTP':
      return need(here, inputs, ['objectId'], ([objectId = '']) =>
        ask(here, {
          _tag: 'BeginTotp',
          transaction,
          objectId,
          userPrincipalName: inputs.text('userPrincipalName'),
          secretKey: inputs.text('secretKey')
        })
      )
    case 'VerifyOTP':
      return need(here, inputs, ['otpCode'], ([code = '']) => ask(here, { _tag: 'VerifyTotp', transaction, code }))
  }
}

/** `AzureMfaProtocolProvider`. Source: multi-factor-auth-technical-profile. */
export const azureMfa: CallRunner<AzureMfaPlan> = {
  begin: (here) => withInputs(here, (inputs) => beginMfa(here, inputs)),
  receive: (here, event) => {
    const answer = answerOf(event)
    switch (answer._tag) {
      case 'Sent':
      case 'CodeRight':
      case 'TotpBegun':
        return finishWith(here, here.call.outputClaims, {})
      case 'DevicesCounted':
        return finishWith(here, here.call.outputClaims, { numberOfAvailableDevices: answer.count })
      default:
        return refuse(here, answer, mfaRefusals, mfaCode(here))
    }
  }
}

const internalError: Refused = [
  ['UserMessageIfInternalError'],
  'The email service has encountered an internal error, please try again later.'
]
const tooManyRequests: Refused = [
  ['UserMessageIfThrottled'],
  'You have sent too many requests, please try again later.'
]

const ssprRefusals: Readonly<Record<string, Refused>> = {
  AddressRefused: internalError,
  SendingUnavailable: internalError,
  CodeConflict: internalError,
  SendingThrottled: tooManyRequests,
  TooManyCodes: tooManyRequests,
  NoCode: [['UserMessageIfChallengeExpired'], 'The code has expired.'],
  TooManyTries: [
    ['UserMessageIfVerificationFailedNoRetry'],
    'You have exceeded maximum number of verification attempts.'
  ],
  CodeWrong: [['UserMessageIfVerificationFailedRetryAllowed'], 'The verification has failed, please try again.']
}

/** `AadSsprProtocolProvider`. Source: aad-sspr-technical-profile. */
export const aadSspr: CallRunner<AadSsprPlan> = {
  begin: (here) =>
    withInputs(here, (inputs) => {
      const { call, run } = here
      const transaction = transactionOf(run.context)
      if (call.operation === 'VerifyCode') {
        return need(here, inputs, ['emailAddress', 'verificationCode'], ([identifier = '', code = '']) =>
          ask(here, { _tag: 'VerifyCode', owner: { transaction, identifier }, code })
        )
      }
      return need(here, inputs, ['emailAddress'], ([address = '']) =>
        ask(here, {
          _tag: 'SendCode',
          owner: { transaction, identifier: address },
          rules: serviceCodeRules,
          channel: 'email',
          to: address,
          language: run.language,
          texts: {}
        })
      )
    }),
  receive: (here, event) => {
    const answer = answerOf(event)
    return answer._tag === 'Sent' || answer._tag === 'CodeRight'
      ? finishWith(here, here.call.outputClaims, {})
      : refuse(here, answer, ssprRefusals)
  }
}
