/** Which texts can be sign-in names. */

/** The unquoted local part of an e-mail address: RFC 3696 section 3. */
const localPart = /^[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*$/

const longestLocalPart = 64
const longestAddress = 254

/** Something on either side of one at sign, without blanks, control characters and accents. */
const address = /^[!-?A-~]+@[!-?A-~]+$/

const isEmailType = (type: string): boolean => type.toLowerCase().startsWith('emailaddress')

/**
 * Why a text is no sign-in name of its type, or `undefined`. `emailAddress` (also `emailAddress1`, …) takes an e-mail address,
 * `userName` the local part of one, other types any text. Source: user-profile-attributes (identities, signInNames).
 */
export const signInNameProblem = (type: string, value: string): string | undefined => {
  if (isEmailType(type)) {
    return address.test(value) && value.length <= longestAddress ? undefined : 'takes an e-mail address without accents'
  }
  return type.toLowerCase() !== 'username' || (localPart.test(value) && value.length <= longestLocalPart)
    ? undefined
    : `takes up to ${longestLocalPart} letters, digits and symbols as they stand before the "@" of an e-mail address`
}
