/** GUIDs from random bytes. */
import { bytesToHex } from '@noble/hashes/utils.js'

/** A GUID of the first 16 bytes, with the marks of version 4. Source: RFC 9562 section 5.4. */
export const guidOf = (bytes: Uint8Array): string => {
  const marked = bytes.slice(0, 16)
  marked[6] = ((marked[6] ?? 0) & 0x0f) | 0x40
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80
  const digits = bytesToHex(marked)
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-'
  )
}
