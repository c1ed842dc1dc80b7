/** Base64 of UTF-8 text and of bytes. */

const utf8 = new TextEncoder()

/** The UTF-8 bytes of a text. */
export const utf8Bytes = (text: string): Uint8Array => utf8.encode(text)

/** Bytes in base64, with padding. */
export const base64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** The UTF-8 bytes of a text in base64: `12345` → `MTIzNDU=`. */
export const base64OfText = (text: string): string => base64(utf8Bytes(text))
