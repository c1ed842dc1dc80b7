/** The port to chance: where the random bytes of an event come from. */
import { bytesToHex } from '@noble/hashes/utils.js'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import { bytesFrom } from '../journey/ambient.ts'

/** 32 random bytes in hexadecimal. */
export type Entropy = () => string

const drawBytes = 32

/** Asking for the bytes of many draws at once costs less than asking for each. */
const strongEntropy = (): Entropy => {
  const pool = new Uint8Array(64 * drawBytes)
  let used = pool.length
  return () => {
    if (used === pool.length) {
      crypto.getRandomValues(pool)
      used = 0
    }
    const drawn = bytesToHex(pool.subarray(used, used + drawBytes))
    // What was drawn is nowhere but in the event.
    pool.fill(0, used, used + drawBytes)
    used += drawBytes
    return drawn
  }
}

/** Draws the entropy of events; cryptographically strong unless a test or a replay puts another in its place. */
export const Entropy = Context.Reference<Entropy>('trustframe/Entropy', {
  defaultValue: strongEntropy
})

/**
 * Entropy that repeats itself for the same seed: for tests and replays, never for production.
 *
 * @example
 * Effect.provideService(program, Entropy, seededEntropy('a test'))
 */
export const seededEntropy = (seed: string): Entropy => {
  let drawn = 0
  return () => `${bytesToHex(new TextEncoder().encode(seed))}${(drawn++).toString(16).padStart(8, '0')}`
}

/** So many random bytes: one draw of `Entropy`, expanded by SHA-256. */
export const randomBytes = (count: number): Effect.Effect<Uint8Array<ArrayBuffer>> =>
  Effect.map(Entropy, (draw) => Uint8Array.from(bytesFrom(draw())(count)))
