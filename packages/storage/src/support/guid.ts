/** GUIDs from the entropy port. */
import { randomBytes } from '@trustframe/core/ports'
import * as Effect from 'effect/Effect'

/** A GUID of 16 bytes, with the marks of version 4. Source: RFC 9562 section 5.4. */
export const guidOf = (bytes: Uint8Array): string => {
  const digits = Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32)
  ].join('-')
}

/** A random GUID. */
export const randomGuid: Effect.Effect<string> = Effect.map(randomBytes(16), guidOf)
