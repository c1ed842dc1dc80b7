/** Time-based one-time passwords: RFC 6238 with SHA-1, six digits and steps of 30 seconds. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sameText } from '../support/sameText.ts'

const stepMillis = 30_000
const digits = 6

/** How far the clock of a device may be off. Source: RFC 6238 section 5.2. */
const driftSteps = 1

/** Steps since 1970. */
export const totpStep = (epochMillis: number): number => Math.floor(epochMillis / stepMillis)

/** The code of a step. Source: RFC 4226 section 5.3. */
export const totpCode = (secret: Uint8Array, step: number): string => {
  const counter = new DataView(new ArrayBuffer(8))
  counter.setBigUint64(0, BigInt(step))
  const digest = new DataView(hmac(sha1, secret, new Uint8Array(counter.buffer)).buffer)
  const offset = digest.getUint8(digest.byteLength - 1) & 0xf
  const number = digest.getUint32(offset) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code was typed: this one, or one on either side, but none up to `usedStep`; `undefined` when it is none. */
export const matchingStep = (
  secret: Uint8Array,
  typed: string,
  nowMillis: number,
  usedStep: number
): number | undefined => {
  const now = totpStep(nowMillis)
  const steps = Array.from({ length: 2 * driftSteps + 1 }, (_, at) => now - driftSteps + at)
  return steps.find((step) => step > usedStep && sameText(totpCode(secret, step), typed))
}
