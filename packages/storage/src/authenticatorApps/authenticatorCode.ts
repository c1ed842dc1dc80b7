/** What an authenticator app shows. */
import { bytesOfBase32 } from './base32.ts'
import { totpCode, totpStep } from './totp.ts'

/**
 * The code of six digits that an authenticator app shows for a secret key in base32 at a time, in milliseconds since 1970;
 * `undefined` when the key is not in base32. Source: RFC 6238.
 *
 * @example
 * authenticatorCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000) // '287082'
 */
export const authenticatorCode = (secretKey: string, epochMillis: number): string | undefined => {
  const secret = bytesOfBase32(secretKey)
  return secret === undefined ? undefined : totpCode(secret, totpStep(epochMillis))
}
