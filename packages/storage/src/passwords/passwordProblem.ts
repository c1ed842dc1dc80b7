/** Which passwords the directory accepts. */
import type { PasswordPolicies } from './passwordPolicies.ts'

/** In characters. Source: Entra password policies (length). */
const shortest = 8
const longest = 256

/** At least three of these four. Source: Entra password policies (complexity). */
const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]
const kindsNeeded = 3

const printableAscii = /^[\x20-\x7e]*$/

/**
 * What a password lacks, or `undefined`: 8 to 256 characters without Unicode, of three of the kinds lower case, upper case,
 * digits and symbols. `DisableStrongPassword` leaves the longest length, and that there is a password.
 *
 * Source: user-profile-attributes (password policy), Entra password policies.
 */
export const passwordProblem = (password: string, policies: PasswordPolicies): string | undefined => {
  if (password.length > longest) return `has more than ${longest} characters`
  if (policies.disableStrongPassword) return password === '' ? 'is empty' : undefined
  if (password.length < shortest) return `has less than ${shortest} characters`
  if (!printableAscii.test(password)) return 'has characters other than letters, digits, symbols and blanks of ASCII'
  return kinds.filter((kind) => kind.test(password)).length < kindsNeeded
    ? 'has less than three of lower case letters, upper case letters, digits and symbols'
    : undefined
}
