/** What claims transformations may know of the world, derived from the moment of an event. */
import type { Ambient } from '@trustframe/claims'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { JourneyContext } from './JourneyContext.ts'
import type { Moment } from './JourneyEvent.ts'

/** Bytes that follow from a seed: SHA-256 over the seed and a counter, block after block. */
export const bytesFrom = (seed: string): ((count: number) => Uint8Array) => {
  let counter = 0
  let pool = new Uint8Array(0)
  return (count) => {
    while (pool.length < count) {
      const block = sha256(utf8ToBytes(`${seed}:${counter++}`))
      pool = concatBytes(pool, block)
    }
    const taken = pool.slice(0, count)
    pool = pool.slice(count)
    return taken
  }
}

/** The ambient of one transition: the same moment always gives the same. */
export const makeAmbient = (
  moment: Moment,
  { language }: JourneyContext,
  policyKey: (name: string) => string | undefined
): Ambient => {
  // Most transitions need no chance.
  let draw: ((count: number) => Uint8Array) | undefined
  const randomBytes = (count: number): Uint8Array => {
    draw ??= bytesFrom(moment.entropy)
    return draw(count)
  }
  return {
    nowMillis: moment.epochMillis,
    random: () => {
      const view = new DataView(randomBytes(8).buffer)
      // 53 bits, as many as a number between 0 and 1 holds.
      return (view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11)) / 2 ** 53
    },
    randomBytes,
    uiLanguage: language,
    policyKey
  }
}
