/** A generic person: fills every field validly, uses every display control, proves whatever is asked for by a code. */
import type {
  ControlModel,
  Entered,
  FieldModel,
  FormModel,
  Interaction,
  JourneyOutcome,
  PageModel,
  PhoneFactorPage
} from '@trustframe/core'
import { candidates, isPassword, type Persona } from './candidates.ts'

/** What the person knows. */
export interface Knowledge {
  /** The last code that was made or sent, to anybody. */
  readonly code: string | undefined
  /** The date, such as `2026-01-31`. */
  readonly today: string
  /** The last refusal was of a kind that no person can do anything about. */
  readonly hopeless: boolean
}

/** Chooses among the options of a field or of a page; each option is chosen once over all paths. */
export type Choose = (place: string, options: ReadonlyArray<string>) => string

/** How far a person is with one page. */
export interface Attempts {
  readonly persona: Persona
  /** Which candidate a field is at, by its id. */
  readonly tried: Readonly<Record<string, number>>
  /** Actions of display controls that were used, as `control/action`. */
  readonly used: ReadonlySet<string>
  /** Display controls that cannot be used. */
  readonly broken: ReadonlySet<string>
  readonly submissions: number
}

export const freshAttempts: Attempts = {
  persona: 'known',
  tried: {},
  used: new Set(),
  broken: new Set(),
  submissions: 0
}

/** What the person does, and how far they are then. */
export interface Move {
  readonly interaction: Interaction
  readonly attempts: Attempts
}

/** Lists that are longer are no choices. */
const mostOptions = 12

const isSelection = ({ inputType }: FieldModel) =>
  inputType === 'DropdownSingleSelect' || inputType === 'RadioSingleSelect'

const collects = ({ inputType }: FieldModel) =>
  inputType !== 'Readonly' && inputType !== 'Paragraph' && inputType !== 'Button'

const isCode = ({ controlClaimType, id }: FieldModel) =>
  controlClaimType?.toLowerCase() === 'verificationcode' ||
  /(?:^|[^a-z])(?:otp|code)|verificationcode|otpcode/i.test(id)

/** What goes into a field now. */
const valueOf = (
  field: FieldModel,
  attempts: Attempts,
  knowledge: Knowledge,
  choose: Choose
): string | ReadonlyArray<string> => {
  const tried = attempts.tried[field.id] ?? 0
  if (isSelection(field)) {
    const options = field.options.map(({ value }) => value).filter((value) => value !== '')
    if (options.length === 0) return ''
    // A list of countries and the like is no choice of ways: one of its options stands for all.
    const chosen =
      options.length > mostOptions
        ? (options.find((value) => value === 'US') ?? options[0] ?? '')
        : choose(`${field.id}=`, options)
    return options[(options.indexOf(chosen) + tried) % options.length] ?? ''
  }
  if (field.inputType === 'CheckboxMultiSelect') {
    const values = field.options.map(({ value }) => value)
    return tried === 0 ? values : values.slice((tried - 1) % values.length).slice(0, 1)
  }
  if (isCode(field) && knowledge.code !== undefined && tried === 0) return knowledge.code
  // What is filled in already is kept until it is refused.
  const filled = field.value === undefined || field.value === '' || attempts.persona === 'new' ? [] : [field.value]
  const values = [...filled, ...candidates(field, attempts.persona, knowledge.today)]
  return values[tried % values.length] ?? ''
}

const repeats = (field: FieldModel): boolean =>
  isPassword(field) && field.options.length === 0 && /^(?:re-?enter|re-?type|repeat|confirm|verify)/i.test(field.id)

/** A password that is asked for again is the one before it. */
const fill = (fields: ReadonlyArray<FieldModel>, attempts: Attempts, knowledge: Knowledge, choose: Choose): Entered => {
  const entered: Record<string, string | ReadonlyArray<string>> = {}
  let password: string | ReadonlyArray<string> | undefined
  for (const field of fields.filter(collects)) {
    const again = repeats(field) ? password : undefined
    const value = again ?? valueOf(field, attempts, knowledge, choose)
    if (isPassword(field)) password = value
    entered[field.id] = value
  }
  return entered
}

const withoutActionsOf = (used: ReadonlySet<string>, controls: ReadonlyArray<ControlModel>): ReadonlySet<string> =>
  new Set([...used].filter((action) => !controls.some(({ id }) => action.startsWith(`${id}/`))))

/** After a refusal: other values for the fields that are wrong; where none is named, the person is somebody else. */
const learn = (
  attempts: Attempts,
  form: FormModel,
  fields: ReadonlyArray<FieldModel>,
  refused: boolean,
  hopeless: boolean
): Attempts => {
  const controls = form.items.filter((item) => item._tag === 'Control')
  const speaking = controls.filter(({ message }) => message !== undefined)
  if (hopeless && speaking.length > 0) {
    return { ...attempts, broken: new Set([...attempts.broken, ...speaking.map(({ id }) => id)]) }
  }
  const wrong = fields.filter(({ error }) => error !== undefined)
  if (wrong.length > 0) {
    const tried = { ...attempts.tried }
    for (const field of wrong) {
      // What repeats a password is another one when the password is.
      const first = repeats(field) ? fields.slice(0, fields.indexOf(field)).findLast(isPassword) : undefined
      const { id } = first ?? field
      tried[id] = (tried[id] ?? 0) + 1
    }
    // A control is used again when one of its own fields changes, or what its first action is about.
    const again = controls.filter(
      ({ fields: own, state }) => state !== 'verified' || own.some(({ error }) => error !== undefined)
    )
    return { ...attempts, tried, used: withoutActionsOf(attempts.used, again) }
  }
  if (!refused) return attempts
  if (attempts.persona === 'known') return { ...attempts, persona: 'new', tried: {}, used: new Set() }
  // Both were refused: the next try takes other names for fields that could hold several kinds.
  const tried = Object.fromEntries(fields.map(({ id }) => [id, (attempts.tried[id] ?? 0) + 1]))
  return { ...attempts, persona: 'known', tried, used: new Set() }
}

/** The next action of a control; all of them are used again after the person had to change something. */
const nextAction = ({ actions, id }: ControlModel, { broken, used }: Attempts): string | undefined =>
  broken.has(id) ? undefined : actions.find((action) => !used.has(`${id}/${action}`))

const useControl = (
  control: ControlModel,
  action: string,
  attempts: Attempts,
  knowledge: Knowledge,
  choose: Choose
): Move => ({
  interaction: {
    _tag: 'ControlUsed',
    control: control.id,
    action,
    values: fill(control.fields, attempts, knowledge, choose)
  },
  attempts: { ...attempts, used: new Set([...attempts.used, `${control.id}/${action}`]) }
})

/** What the page shows of a field; it never shows what is in a password field, whatever that is for. */
const isShown = ({ inputType, value }: FieldModel, entered: string): boolean =>
  value === entered || (inputType === 'Password' && value === undefined)

const verifyEmail = (field: FieldModel, attempts: Attempts, knowledge: Knowledge, choose: Choose): Move => {
  const entered = valueOf(field, attempts, knowledge, choose)
  const address = typeof entered === 'string' ? entered : entered.join(',')
  return field.verification === 'codeSent' && isShown(field, address) && knowledge.code !== undefined
    ? { interaction: { _tag: 'EmailCodeEntered', claim: field.id, address, code: knowledge.code }, attempts }
    : { interaction: { _tag: 'EmailCodeRequested', claim: field.id, address }, attempts }
}

/** Fills a form: addresses are verified and controls used before it is submitted. */
const fillForm = (form: FormModel, before: Attempts, message: boolean, knowledge: Knowledge, choose: Choose): Move => {
  const fields = form.items.flatMap((item) => (item._tag === 'Field' ? [item] : item.fields))
  const refused = message || form.items.some((item) => item._tag === 'Control' && item.message !== undefined)
  const attempts = learn(before, form, fields, refused, knowledge.hopeless)
  for (const item of form.items) {
    if (item._tag === 'Control') {
      const action = nextAction(item, attempts)
      if (action !== undefined) return useControl(item, action, attempts, knowledge, choose)
    } else if (item.verification !== 'none') {
      const address = valueOf(item, attempts, knowledge, choose)
      const done = item.verification === 'verified' && typeof address === 'string' && isShown(item, address)
      if (!done) return verifyEmail(item, attempts, knowledge, choose)
    }
  }
  return {
    interaction: { _tag: 'Submitted', values: fill(fields, attempts, knowledge, choose) },
    attempts: { ...attempts, submissions: attempts.submissions + 1 }
  }
}

const usePhone = (page: PhoneFactorPage, attempts: Attempts, knowledge: Knowledge): Move => {
  if (page.state === 'codeSent' && knowledge.code !== undefined && page.message === undefined) {
    return { interaction: { _tag: 'PhoneCodeEntered', code: knowledge.code }, attempts }
  }
  const phone = page.numbers.length > 0 ? 0 : '+12065550142'
  const method = page.methods.includes('sms') ? 'sms' : 'call'
  return { interaction: { _tag: 'PhoneCodeRequested', phone, method }, attempts }
}

const formOption = 'form'
const forgotten = 'forgotPassword'

/** What the person does on a page. */
export const actOn = (page: PageModel, attempts: Attempts, knowledge: Knowledge, choose: Choose): Move => {
  const refused = page.message !== undefined
  switch (page.kind) {
    case 'SelfAsserted':
      return fillForm(page.form, attempts, refused, knowledge, choose)
    case 'PhoneFactor':
      return usePhone(page, attempts, knowledge)
    case 'ClaimsProviderSelection':
    case 'CombinedSignInAndSignUp': {
      const options = [
        ...(page.form === undefined ? [] : [formOption]),
        ...page.choices.map(({ exchange }) => exchange),
        ...(page.signUp === undefined ? [] : [page.signUp]),
        ...(page.forgotPassword === undefined ? [] : [forgotten])
      ]
      const place = `step ${page.step}`
      const option = choose(place, [...new Set(options)])
      if (option === formOption && page.form !== undefined) {
        return fillForm(page.form, attempts, refused, knowledge, choose)
      }
      return {
        interaction: option === forgotten ? { _tag: 'PasswordForgotten' } : { _tag: 'Selected', exchange: option },
        attempts
      }
    }
  }
}

/** Which page a person stands at: attempts are counted anew on another one. */
export const pageName = (outcome: JourneyOutcome): string => {
  if (outcome._tag !== 'Suspended' || outcome.interaction._tag !== 'Page') return ''
  const { page } = outcome.interaction
  const profile = page.kind === 'PhoneFactor' ? page.technicalProfile : page.form?.technicalProfile
  return `${page.step}/${page.kind}/${profile ?? ''}`
}
