/** `passwordPolicies`: what an account's password is excused from. */

/** What the attribute says. */
export interface PasswordPolicies {
  readonly disablePasswordExpiration: boolean
  readonly disableStrongPassword: boolean
}

const known = ['None', 'DisablePasswordExpiration', 'DisableStrongPassword'] as const

const partsOf = (text: string): ReadonlyArray<string> =>
  text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')

/** Reads the attribute; absent, nothing is excused. Names are separated by commas and match ignoring case. */
export const readPasswordPolicies = (text: string | undefined): PasswordPolicies => {
  const parts = partsOf(text ?? '')
  return {
    disablePasswordExpiration: parts.includes('disablepasswordexpiration'),
    disableStrongPassword: parts.includes('disablestrongpassword')
  }
}

/** Why a text is no value of the attribute, or `undefined`. */
export const passwordPoliciesProblem = (text: string): string | undefined =>
  partsOf(text).every((part) => known.some((name) => name.toLowerCase() === part))
    ? undefined
    : `takes ${known.map((name) => `"${name}"`).join(', ')}, separated by commas`
