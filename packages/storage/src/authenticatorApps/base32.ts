/** Base32 of RFC 4648 section 6, as authenticator apps write secrets. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a text in base32, ignoring case, blanks and padding; `undefined` for other characters, and for no bytes. */
export const bytesOfBase32 = (text: string): Uint8Array | undefined => {
  const letters = text.toUpperCase().replaceAll(/[\s=-]/g, '')
  const bytes: Array<number> = []
  let bits = 0
  let held = 0
  for (const letter of letters) {
    const value = alphabet.indexOf(letter)
    if (value === -1) return undefined
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
    }
  }
  return bytes.length === 0 ? undefined : Uint8Array.from(bytes)
}
