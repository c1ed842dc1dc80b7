/** Turns the bytes of a file into text. */

/** The text of a file. */
export interface DecodedPolicy {
  /** Without a byte order mark; bytes that mean nothing are U+FFFD. */
  readonly text: string
  /** The name of the encoding that was used, as WHATWG's encoding standard spells it. */
  readonly encoding: string
  /** What is wrong with the bytes, if anything is; `offset` is the place in `text`. */
  readonly problem: { readonly message: string; readonly offset: number } | undefined
}

/**
 * Decodes a policy file: by its byte order mark, else by the pattern of its first bytes (XML 1.0 appendix F), else by
 * its encoding declaration, else as UTF-8.
 */
export const decodePolicy = (bytes: Uint8Array): DecodedPolicy => {
  const detected = byMark(bytes) ?? byPattern(bytes)
  if (detected !== undefined) return decode(bytes, detected)
  const declared = declaredEncoding(bytes)
  if (declared === undefined || /^utf-?8$/i.test(declared)) return decode(bytes, 'utf-8')
  if (/^(?:utf-?16|ucs-?2|iso-10646-ucs)/i.test(declared)) {
    const decoded = decode(bytes, 'utf-8')
    const message = `the file says that it is "${declared}", but its bytes are not`
    return { ...decoded, problem: decoded.problem ?? { message, offset: Math.max(0, decoded.text.indexOf(declared)) } }
  }
  if (isKnown(declared)) return decode(bytes, declared)
  const decoded = decode(bytes, 'utf-8')
  const message = `the encoding "${declared}" is not known`
  return { ...decoded, problem: { message, offset: Math.max(0, decoded.text.indexOf(declared)) } }
}

const byMark = ([a, b, c]: Uint8Array): string | undefined => {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

const byPattern = ([a, b]: Uint8Array): string | undefined => {
  if (a === 0x3c && b === 0) return 'utf-16le'
  return a === 0 && b === 0x3c ? 'utf-16be' : undefined
}

const declaredEncoding = (bytes: Uint8Array): string | undefined => {
  let start = ''
  for (const byte of bytes.subarray(0, 200)) start += String.fromCharCode(byte)
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(start)?.[1]
}

const isKnown = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

const decode = (bytes: Uint8Array, label: string): DecodedPolicy => {
  const decoder = new TextDecoder(label)
  const text = decoder.decode(bytes)
  const offset = text.indexOf('\ufffd')
  const problem =
    offset >= 0 && isMalformed(bytes, label)
      ? { message: `these bytes are not ${decoder.encoding.toUpperCase()}`, offset }
      : undefined
  return { text, encoding: decoder.encoding, problem }
}

const isMalformed = (bytes: Uint8Array, label: string): boolean => {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return false
  } catch {
    return true
  }
}
