/** Numbers that look random and are the same for the same seed (mulberry32). */

export interface Random {
  /** From 0, below 1. */
  readonly number: () => number
  /** A whole number from 0, below `limit`; 0 when there is none. */
  readonly below: (limit: number) => number
  readonly pick: <A>(items: readonly [A, ...ReadonlyArray<A>]) => A
}

export const makeRandom = (seed: number): Random => {
  let state = seed >>> 0
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(number() * limit)
  return { number, below, pick: (items) => items[below(items.length)] ?? items[0] }
}
