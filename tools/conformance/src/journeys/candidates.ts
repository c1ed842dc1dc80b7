/** What a generic person tries in a field, one after the other, until the page accepts it. */
import type { FieldModel } from '@trustframe/core'
import { matching } from './matching.ts'
import { fits, satisfying, satisfyingDays } from './satisfying.ts'
import { knownUser } from './standIns.ts'

/** Who the person says to be: the user that is known, or somebody new. */
export type Persona = 'known' | 'new'

/** Somebody whom the directory does not know. */
export const newUser = { email: 'grace@contoso.com', userName: 'grace.hopper', phone: '+12065550199' } as const

const names = {
  known: {
    email: knownUser.signInNames.emailAddress,
    userName: knownUser.signInNames.userName,
    phone: knownUser.signInNames.phoneNumber
  },
  new: newUser
} as const

const texts: ReadonlyArray<string> = [
  'Grace',
  '123456',
  '12345',
  '98052',
  'A1b2c3d4',
  '1',
  '42',
  '2065550199',
  '206-555-0199',
  '+12065550199',
  'grace@contoso.com',
  'https://www.contoso.com/',
  '2000-02-29',
  'true',
  'US',
  'en',
  'abcdefgh',
  'ABCDEFGH',
  '1234567890',
  '12345678901',
  '4111111111111111',
  'AB123456C',
  '01/31/2000',
  '20000131'
]

const passwords: ReadonlyArray<string> = [
  'Passw0rd!New',
  'Passw0rd',
  'Passw0rd1',
  '12345678',
  '123456',
  '1234',
  'Passw0rd!NewAndQuiteALotLonger'
]

const dates: ReadonlyArray<string> = ['1980-05-17', '2010-06-01', '2024-02-29']

/** Whether a field holds a password, whatever control it has. */
export const isPassword = ({ id, inputType }: FieldModel): boolean => inputType === 'Password' || /password/i.test(id)

/** A field of a page that signs somebody in takes the known password; the others a new one. */
const forPassword = (persona: Persona, field: FieldModel): ReadonlyArray<string> => [
  ...(persona === 'known' && !/^(?:new|re-?enter|confirm)/i.test(field.id) ? [knownUser.password] : []),
  ...passwords.slice(0, 1),
  ...satisfying(field.predicates),
  ...passwords
]

/** For fields that hold little. */
const shortEmail = 'g@b.co'

/** What the name and the control of a field say of its value. */
const named = ({ id, inputType, verification }: FieldModel, persona: Persona): ReadonlyArray<string> => {
  const { email, phone, userName } = names[persona]
  if (inputType === 'EmailBox' || verification !== 'none' || /e-?mail/i.test(id)) return [email, userName, shortEmail]
  if (/phone|mobile|number$/i.test(id)) return [phone, phone.slice(2)]
  if (/sign-?in-?name|logon|user-?name|userid|identifier/i.test(id)) return [email, userName, phone]
  return []
}

const all = (field: FieldModel, persona: Persona, today: string): ReadonlyArray<string> => {
  if (isPassword(field)) return forPassword(persona, field)
  if (field.inputType === 'DateTimeDropdown') return [...satisfyingDays(field.predicates, today), ...dates, today]
  const options = field.options.map(({ value }) => value).filter((value) => value !== '')
  return [...named(field, persona), ...options, ...satisfying(field.predicates), ...texts]
}

/** The values to try, most likely first: those that fit what the field asks for, where any do. `today` is a date. */
export const candidates = (field: FieldModel, persona: Persona, today: string): ReadonlyArray<string> => {
  const made = field.pattern === undefined ? [] : matching(field.pattern.regularExpression)
  const values = [...new Set([...all(field, persona, today), ...made])]
  const fitting = values.filter((value) => fits(field, value, today))
  return fitting.length === 0 ? values : fitting
}
