/** From what a person does at a page to the interactions of the journey. */
import type { Entered, FieldModel, Interaction, PageModel } from '@trustframe/core'
import type { Waiting } from '../scenario/User.ts'
import { AnswerProblem } from './AnswerProblem.ts'
import type { FieldInput, PageAnswer } from './PageAnswer.ts'
import { choiceNamed, controlFor, controlsOf, describePage, fieldNamed, fieldsOf, namesOf } from './pageParts.ts'

/** The codes at hand: the one that was sent last, and the one that the authenticator app shows. */
export interface Codes {
  readonly inbox: string | undefined
  readonly authenticator: string | undefined
}

/** What a move can see: what the journey waits for, and the codes at hand. */
export interface Sight {
  readonly waiting: Waiting
  readonly codes: Codes
}

/** One interaction, or why there can be none. */
export type Move = (sight: Sight) => Interaction | AnswerProblem

const inbox = '@inbox'
const authenticator = '@authenticator'

const noCode = new AnswerProblem({
  message: 'no code was sent yet, and the answer is to enter the last one ("@inbox")',
  help: 'let the page send a code before, or write the code itself'
})

const noApp = new AnswerProblem({
  message: 'the authenticator app is empty, and the answer is to enter its code ("@authenticator")',
  help: 'it scans the QR code of a page; a key that is enrolled already is added to it'
})

/** The page, or the problem that there is none. */
const onPage =
  (move: (page: PageModel, codes: Codes) => Interaction | AnswerProblem): Move =>
  ({ codes, waiting }) =>
    waiting._tag === 'Page'
      ? move(waiting.page, codes)
      : new AnswerProblem({
          message: `the journey waits for the identity provider of technical profile "${waiting.technicalProfile}", not at a page`,
          help: 'say who signs in there with "identity", or what it sends back with "returns"'
        })

const textOf = (input: string | number | boolean, codes: Codes): string | AnswerProblem =>
  input === inbox ? (codes.inbox ?? noCode) : input === authenticator ? (codes.authenticator ?? noApp) : String(input)

const inputOf = (input: FieldInput, codes: Codes): string | ReadonlyArray<string> | AnswerProblem => {
  if (typeof input !== 'object') return textOf(input, codes)
  const texts: Array<string> = []
  for (const item of input) {
    const text = textOf(item, codes)
    if (text instanceof AnswerProblem) return text
    texts.push(text)
  }
  return texts
}

/** What the page holds already is submitted as it is; a browser does the same. */
const held = (fields: ReadonlyArray<FieldModel>): Entered =>
  Object.fromEntries(
    fields.flatMap((field) => {
      if (field.options.length > 0) {
        const selected = field.options.filter((option) => option.selected).map(({ value }) => value)
        return selected.length === 0
          ? []
          : [[field.id, field.inputType === 'CheckboxMultiSelect' ? selected : (selected[0] ?? '')]]
      }
      return field.value === undefined ? [] : [[field.id, field.value]]
    })
  )

/** The fields with what they hold, and over it what is filled in. */
const entered = (
  page: PageModel,
  fields: ReadonlyArray<FieldModel>,
  fill: Readonly<Record<string, FieldInput>>,
  codes: Codes
): Entered | AnswerProblem => {
  const values: Record<string, string | ReadonlyArray<string>> = { ...held(fields) }
  for (const [name, input] of Object.entries(fill)) {
    const field = fieldNamed(page, name)
    if (field instanceof AnswerProblem) return field
    const value = inputOf(input, codes)
    if (value instanceof AnswerProblem) return value
    values[field.id] = value
  }
  return values
}

const pressing = (action: string, control: string | undefined, fill: Readonly<Record<string, FieldInput>>): Move =>
  onPage((page, codes) => {
    const found = controlFor(page, action, control)
    if (found instanceof AnswerProblem) return found
    const values = entered(page, found.fields, fill, codes)
    return values instanceof AnswerProblem ? values : { _tag: 'ControlUsed', control: found.id, action, values }
  })

const isCodeField = ({ controlClaimType }: FieldModel): boolean =>
  controlClaimType?.toLowerCase() === 'verificationcode'

/** The display control that a field belongs to. */
const controlOf = (page: PageModel, field: FieldModel) =>
  controlsOf(page).find(({ fields }) => fields.some(({ id }) => id === field.id))

/** Asks for a code to an address: with the display control that has the field, else with the built-in verification. */
const sendingCode = (name: string, address: string): Move =>
  onPage((page, codes) => {
    const field = fieldNamed(page, name)
    if (field instanceof AnswerProblem) return field
    const control = controlOf(page, field)
    if (control !== undefined) {
      return pressing('SendCode', control.id, { [field.id]: address })({ waiting: { _tag: 'Page', page }, codes })
    }
    return field.verification === 'none'
      ? new AnswerProblem({
          message: `field "${field.id}" of ${describePage(page)} is not verified by a code`,
          help: 'enter it with "fill"'
        })
      : { _tag: 'EmailCodeRequested', claim: field.id, address }
  })

const enteringCode = (name: string, address: string, code: string | number): Move =>
  onPage((page, codes) => {
    const field = fieldNamed(page, name)
    if (field instanceof AnswerProblem) return field
    const text = textOf(code, codes)
    if (text instanceof AnswerProblem) return text
    const control = controlOf(page, field)
    if (control === undefined) return { _tag: 'EmailCodeEntered', claim: field.id, address, code: text }
    const codeField = control.fields.find(isCodeField)
    const fill = { [field.id]: address, ...(codeField === undefined ? {} : { [codeField.id]: text }) }
    return pressing('VerifyCode', control.id, fill)({ waiting: { _tag: 'Page', page }, codes })
  })

/** Enters a code where one was sent before: at the phone page, for an address, or at a display control. */
const enteringSentCode = (code: string | number): Move =>
  onPage((page, codes) => {
    const text = textOf(code, codes)
    if (text instanceof AnswerProblem) return text
    if (page.kind === 'PhoneFactor') return { _tag: 'PhoneCodeEntered', code: text }
    const address = fieldsOf(page).find(({ verification }) => verification === 'codeSent')
    if (address !== undefined) {
      return { _tag: 'EmailCodeEntered', claim: address.id, address: address.value ?? '', code: text }
    }
    const control = controlsOf(page).find(({ fields, state }) => state === 'codeSent' && fields.some(isCodeField))
    const field = control?.fields.find(isCodeField)
    return control === undefined || field === undefined
      ? new AnswerProblem({
          message: `${describePage(page)} waits for no code`,
          help: 'have one sent before, with "sendCode" and "verify" or "phone"'
        })
      : pressing('VerifyCode', control.id, { [field.id]: text })({ waiting: { _tag: 'Page', page }, codes })
  })

const submitting = (fill: Readonly<Record<string, FieldInput>>, keepMeSignedIn: boolean | undefined): Move =>
  onPage((page, codes) => {
    const values = entered(page, fieldsOf(page), fill, codes)
    if (values instanceof AnswerProblem) return values
    return { _tag: 'Submitted', values, ...(keepMeSignedIn === undefined ? {} : { keepMeSignedIn }) }
  })

const requestingPhone = (phone: string | number, method: 'sms' | 'call'): Move =>
  onPage((page) =>
    page.kind === 'PhoneFactor'
      ? { _tag: 'PhoneCodeRequested', phone, method }
      : new AnswerProblem({
          message: `${describePage(page)} does not verify a phone`,
          help: 'a display control is used with "press" or "verify"'
        })
  )

/** A call is answered at once; a text message has a code. */
const proveByPhone = (
  phone: string | number,
  {
    code = inbox,
    method = 'sms',
    sendCode = false
  }: Pick<PageAnswer, 'code' | 'method'> & { readonly sendCode?: boolean }
): ReadonlyArray<Move> =>
  method === 'call' || sendCode
    ? [requestingPhone(phone, method)]
    : [requestingPhone(phone, method), enteringSentCode(code)]

/** The browser comes back from the identity provider. */
const returning =
  (parameters: Readonly<Record<string, string>>): Move =>
  ({ waiting }) =>
    waiting._tag === 'Redirect'
      ? { _tag: 'Returned', parameters }
      : new AnswerProblem({
          message: `${describePage(waiting.page)} is shown, and the browser is at no identity provider`,
          help: 'choose the identity provider on the page before'
        })

/** Refuses to answer another page than the one that the answer is for. */
const forPage =
  (name: string, move: Move): Move =>
  (sight) => {
    const { waiting } = sight
    const names = waiting._tag === 'Page' ? namesOf(waiting.page) : [waiting.technicalProfile]
    return names.some((other) => other.toLowerCase() === name.toLowerCase())
      ? move(sight)
      : new AnswerProblem({
          message: `an answer is for page "${name}", and the journey waits at ${
            waiting._tag === 'Page'
              ? describePage(waiting.page)
              : `the identity provider of technical profile "${waiting.technicalProfile}"`
          }`,
          help: `this page answers to ${names.map((other) => `"${other}"`).join(', ')}`
        })
  }

/** The ways to leave a page; an answer has one of them at most. */
const ways = ['choose', 'forgotPassword', 'cancel', 'phone', 'identity', 'returns', 'fill'] as const

/** An answer that leaves its page in several ways. */
export const conflictOf = (answer: PageAnswer): AnswerProblem | undefined => {
  const [first, second] = ways.filter((way) => answer[way] !== undefined)
  return second === undefined
    ? undefined
    : new AnswerProblem({
        message: `an answer has both "${first}" and "${second}", and a page is left in one way only`,
        help: 'make them two answers, one for each page'
      })
}

/** The move that leaves the page; none when the answer only verifies, enters or presses something. */
const leaving = (answer: PageAnswer, identityParameters: Readonly<Record<string, string>>): ReadonlyArray<Move> => {
  const { cancel, choose, enterCode, fill, forgotPassword, identity, keepMeSignedIn, phone, press, returns, verify } =
    answer
  if (identity !== undefined) return [returning(identityParameters)]
  if (returns !== undefined) return [returning(returns)]
  if (cancel === true) return [onPage(() => ({ _tag: 'Cancelled' }))]
  if (forgotPassword === true) return [onPage(() => ({ _tag: 'PasswordForgotten' }))]
  if (choose !== undefined) {
    return [
      onPage((page) => {
        const exchange = choiceNamed(page, choose)
        return exchange instanceof AnswerProblem ? exchange : { _tag: 'Selected', exchange }
      })
    ]
  }
  if (phone !== undefined) return proveByPhone(phone, answer)
  const does = verify !== undefined || enterCode !== undefined || press !== undefined
  return fill === undefined && does ? [] : [submitting(fill ?? {}, keepMeSignedIn)]
}

/**
 * The interactions of an answer, in order. `identityParameters` is what the browser brings back from an identity provider at
 * which the person of `identity` signed in.
 */
export const movesOf = (
  answer: PageAnswer,
  identityParameters: Readonly<Record<string, string>> = {}
): ReadonlyArray<Move> => {
  const { code = inbox, enterCode, page, press = [], sendCode = false, verify = {} } = answer
  const moves = [
    ...Object.entries(verify).flatMap(([name, address]) => [
      sendingCode(name, address),
      ...(sendCode ? [] : [enteringCode(name, address, code)])
    ]),
    ...(enterCode === undefined ? [] : [enteringSentCode(enterCode)]),
    ...press.map(({ action, control, fill = {} }) => pressing(action, control, fill)),
    ...leaving(answer, identityParameters)
  ]
  return page === undefined ? moves : moves.map((move, index) => (index === 0 ? forPage(page, move) : move))
}
