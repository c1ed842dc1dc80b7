/** The text of a body: its byte order mark, else the charset of its `Content-Type`, else UTF-8. */

const utf8 = new TextDecoder('utf-8')

const charsetOf = (contentType: string | undefined): string | undefined =>
  /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase()

const markOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** A decoder of that label; one that nobody knows is read as UTF-8, as is no label. */
const decoderOf = (label: string | undefined): InstanceType<typeof TextDecoder> => {
  if (label === undefined || label === 'utf-8' || label === 'utf8') return utf8
  try {
    return new TextDecoder(label)
  } catch {
    return utf8
  }
}

/**
 * Decodes the bytes of a body. A byte order mark wins over the header and is left out of the text; bytes that do not fit
 * the charset become U+FFFD, as .NET reads them.
 */
export const decodeText = (bytes: Uint8Array, contentType: string | undefined): string =>
  decoderOf(markOf(bytes) ?? charsetOf(contentType)).decode(bytes)
