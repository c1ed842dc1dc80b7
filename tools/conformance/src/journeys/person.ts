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
import { candidates, type Persona } from './candidates.ts'

/** What the person knows about the codes that were sent. */
export interface Letters {
  /** The last code that was made or sent, to anybody. */
  readonly code: string | undefined
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
  readonly submissions: number
}

export const freshAttempts: Attempts = { persona: 'known', tried: {}, used: new Set(), submissions: 0 }

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
  letters: Letters,
  choose: Choose
): string | ReadonlyArray<string> => {
  const tried = attempts.tried[field.id] ?? 0
  if (isSelection(field)) {
    const options = field.options.map(({ value }) => value).filter((value) => value !== '')
    if (options.length === 0) return ''
    // A list of countries and the like is no choice of ways: one of its options stands for all.
    return options.length > mostOptions
      ? (options.find((value) => value === 'US') ?? options[0] ?? '')
      : choose(`${field.id}=`, options)
  }
  if (field.inputType === 'CheckboxMultiSelect') return field.options.map(({ value }) => value)
  if (isCode(field) && letters.code !== undefined && tried === 0) return letters.code
  // What is filled in already is kept until it is refused.
  const filled = field.value === undefined || field.value === '' || attempts.persona === 'new' ? [] : [field.value]
  const values = [...filled, ...candidates(field, attempts.persona)]
  return values[tried % values.length] ?? ''
}

const fill = (fields: ReadonlyArray<FieldModel>, attempts: Attempts, letters: Letters, choose: Choose): Entered =>
  Object.fromEntries(fields.filter(collects).map((field) => [field.id, valueOf(field, attempts, letters, choose)]))

/** After a refusal: other values for the fields that are wrong; where none is named, the person is somebody else. */
const learn = (attempts: Attempts, fields: ReadonlyArray<FieldModel>, refused: boolean): Attempts => {
  const wrong = fields.filter(({ error }) => error !== undefined)
  if (wrong.length > 0) {
    const tried = { ...attempts.tried }
    for (const { id } of wrong) tried[id] = (tried[id] ?? 0) + 1
    return { ...attempts, tried, used: new Set() }
  }
  if (!refused) return attempts
  if (attempts.persona === 'known') return { ...attempts, persona: 'new', tried: {}, used: new Set() }
  // Both were refused: the next try takes other names for fields that could hold several kinds.
  const tried = Object.fromEntries(fields.map(({ id }) => [id, (attempts.tried[id] ?? 0) + 1]))
  return { ...attempts, persona: 'known', tried, used: new Set() }
}

/** The next action of a control; all of them are used again after the person had to change something. */
const nextAction = ({ actions, id }: ControlModel, { used }: Attempts): string | undefined =>
  actions.find((action) => !used.has(`${id}/${action}`))

const useControl = (
  control: ControlModel,
  action: string,
  attempts: Attempts,
  letters: Letters,
  choose: Choose
): Move => ({
  interaction: {
    _tag: 'ControlUsed',
    control: control.id,
    action,
    values: fill(control.fields, attempts, letters, choose)
  },
  attempts: { ...attempts, used: new Set([...attempts.used, `${control.id}/${action}`]) }
})

const verifyEmail = (field: FieldModel, attempts: Attempts, letters: Letters, choose: Choose): Move => {
  const entered = valueOf(field, attempts, letters, choose)
  const address = typeof entered === 'string' ? entered : entered.join(',')
  return field.verification === 'codeSent' && field.value === address && letters.code !== undefined
    ? { interaction: { _tag: 'EmailCodeEntered', claim: field.id, address, code: letters.code }, attempts }
    : { interaction: { _tag: 'EmailCodeRequested', claim: field.id, address }, attempts }
}

/** Fills a form: addresses are verified and controls used before it is submitted. */
const fillForm = (form: FormModel, before: Attempts, message: boolean, letters: Letters, choose: Choose): Move => {
  const fields = form.items.flatMap((item) => (item._tag === 'Field' ? [item] : item.fields))
  const refused = message || form.items.some((item) => item._tag === 'Control' && item.message !== undefined)
  const attempts = learn(before, fields, refused)
  for (const item of form.items) {
    if (item._tag === 'Control') {
      const action = nextAction(item, attempts)
      if (action !== undefined) return useControl(item, action, attempts, letters, choose)
    } else if (item.verification !== 'none') {
      const address = valueOf(item, attempts, letters, choose)
      const done = item.verification === 'verified' && item.value === address
      if (!done) return verifyEmail(item, attempts, letters, choose)
    }
  }
  return {
    interaction: { _tag: 'Submitted', values: fill(fields, attempts, letters, choose) },
    attempts: { ...attempts, submissions: attempts.submissions + 1 }
  }
}

const usePhone = (page: PhoneFactorPage, attempts: Attempts, letters: Letters): Move => {
  if (page.state === 'codeSent' && letters.code !== undefined && page.message === undefined) {
    return { interaction: { _tag: 'PhoneCodeEntered', code: letters.code }, attempts }
  }
  const phone = page.numbers.length > 0 ? 0 : '+12065550142'
  const method = page.methods.includes('sms') ? 'sms' : 'call'
  return { interaction: { _tag: 'PhoneCodeRequested', phone, method }, attempts }
}

const formOption = 'form'
const forgotten = 'forgotPassword'

/** What the person does on a page. */
export const actOn = (page: PageModel, attempts: Attempts, letters: Letters, choose: Choose): Move => {
  const refused = page.message !== undefined
  switch (page.kind) {
    case 'SelfAsserted':
      return fillForm(page.form, attempts, refused, letters, choose)
    case 'PhoneFactor':
      return usePhone(page, attempts, letters)
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
        return fillForm(page.form, attempts, refused, letters, choose)
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
