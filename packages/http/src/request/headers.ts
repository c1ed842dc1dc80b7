/** Which names and values a request header can have. */

/** A header as it goes on the wire. */
export type HeaderPair = readonly [name: string, value: string]

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/** Headers that belong to the connection or frame the message: a claim cannot set them. */
const ownedByTransport: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade'
])

/** Visible ASCII, space and tab: line breaks would start another header, other characters have no agreed encoding. */
const sendable = /^[\t\x20-\x7e]*$/

/** Why a header cannot be called that, or `undefined` when it can (RFC 9110, section 5.1). */
export const headerNameProblem = (name: string): string | undefined => {
  if (!token.test(name)) return `"${name}" cannot be the name of a header`
  return ownedByTransport.has(name.toLowerCase()) ? `the header "${name}" belongs to the connection` : undefined
}

/** Why a header cannot have that value, or `undefined` when it can; the value itself is never quoted. */
export const headerValueProblem = (value: string): string | undefined => {
  if (sendable.test(value)) return undefined
  return /[\r\n\0]/.test(value)
    ? 'the value has a line break or a null character'
    : 'the value has characters that a header cannot carry (only ASCII without control characters can be sent)'
}
