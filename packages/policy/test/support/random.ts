/** A small generator of numbers that look random and are the same in every run (mulberry32). */

/** Answers whole numbers from 0 up to, not including, `below`. */
export type Random = (below: number) => number

/** Numbers that follow from a seed. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** One of the items. */
export const oneOf = <A>(items: ReadonlyArray<A>, random: Random): A => {
  const item = items[random(items.length)]
  if (item === undefined) throw new Error('no items')
  return item
}
