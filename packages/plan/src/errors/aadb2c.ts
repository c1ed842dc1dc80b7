/** The AADB2C errors that a policy or a journey can raise, with the words that B2C uses. */

/** Code to message; `{0}`, `{1}`, … are arguments. Source: error-codes (2023-11), and its draft of July 2019. */
export const aadb2cMessages = {
  AADB2C90023: "Profile '{0}' does not contain the required metadata key '{1}'.",
  AADB2C90024: "Profile '{0}' contains the unsupported authentication type '{1}'. Expected one of {2}.",
  AADB2C90025: "Profile '{0}' in policy '{1}' in tenant '{2}' does not contain the required cryptographic key '{3}'.",
  AADB2C90026: "Profile '{0}' metadata contains the key '{1}' which has the empty or invalid URL format of '{2}'.",
  AADB2C90029: "Profile '{0}' contains the unsupported SendClaimsIn type '{1}'. Expected one of {2}.",
  AADB2C90031:
    "Policy '{0}' does not specify a default user journey. Ensure that the policy or it's parents specify a default user journey as part of a relying party section.",
  AADB2C90040: "User journey '{0}' does not contain a send claims step.",
  AADB2C90030: "Profile '{0}' contains an invalid boolean for {1}. Expected either 'true' or 'false'.",
  AADB2C90075:
    "The claims exchange '{0}' specified in step '{1}' returned HTTP error response with Code '{2}' and Reason '{3}'.",
  AADB2C90162:
    "The restful claims exchange '{0}' specified in step '{1}' has exceeded the number of allowable retries and has been canceled.",
  AADB2C90194:
    "Claim '{0}' specified for the bearer token is not present in the available claims. Available claims '{1}'.",
  AADB2C90195: "Claim '{0}' specified for the bearer token is null or empty.",
  AADB2C90192:
    "Restful profile '{0}' in policy '{1}' in tenant '{2}' specifies the bearer authentication type, but does specify the metadata item '{3}' or it is empty.",
  AADB2C90193:
    "Restful profile '{0}' in policy '{1}' in tenant '{2}' does not have the input claim '{3}' referenced by '{4}'.",
  AADB2C90256: "Profile '{0}', production mode policies must use https '{1}' the provided value was '{2}'.",
  AADB2C90258:
    "Profile '{0}' uses an insecure authentication mode that is only allowed in production mode policies with metadata key '{1}' set to true.",
  AADB2C90261:
    "The claims exchange '{0}' specified in step '{1}' returned HTTP error response that could not be parsed.",
  AADB2C90273: "An invalid response was received : '{0}'"
} as const

export type Aadb2cCode = keyof typeof aadb2cMessages

/** The message of a code with its arguments in place. */
export const aadb2cMessage = (code: Aadb2cCode, ...values: ReadonlyArray<string>): string =>
  aadb2cMessages[code].replaceAll(/\{(\d)\}/g, (whole, index: string) => values[Number(index)] ?? whole)

/** `CODE: message`, as B2C shows and sends it. */
export const formatAadb2c = (code: Aadb2cCode, ...values: ReadonlyArray<string>): string =>
  `${code}: ${aadb2cMessage(code, ...values)}`
