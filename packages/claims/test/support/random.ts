/** A small generator for property tests: the same seed always gives the same cases. */

/** Numbers, choices and texts from a seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** From `min` to `max`, both included. */
  readonly integer: (min: number, max: number) => number
  readonly pick: <A>(items: ReadonlyArray<A>) => A
  readonly boolean: () => boolean
  /** A text of at most so many units of an alphabet. */
  readonly text: (alphabet: string, longest: number) => string
  readonly list: <A>(longest: number, item: () => A) => ReadonlyArray<A>
}

export const chance = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))
  const pick = <A>(items: ReadonlyArray<A>): A => {
    const item = items[integer(0, items.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const list = <A>(longest: number, item: () => A): ReadonlyArray<A> =>
    Array.from({ length: integer(0, longest) }, () => item())
  const boolean = (): boolean => next() < 0.5
  const text = (alphabet: string, longest: number): string =>
    list(longest, () => alphabet.charAt(integer(0, alphabet.length - 1))).join('')
  return { next, integer, pick, boolean, text, list }
}

/** Calls a property with the chance of many seeds, and names the seed of a failure. */
export const forAll = (property: (chance: Chance) => void, cases = 300): void => {
  for (let seed = 1; seed <= cases; seed++) {
    try {
      property(chance(seed * 2_654_435_761))
    } catch (error) {
      throw new Error(`the property fails for seed ${seed}`, { cause: error })
    }
  }
}

/** Letters in both cases, digits, signs, white space, letters beyond ASCII, a character of two units. */
export const anyText = 'aAzZ09 -_.@+\t\n\\"{}éßİŁΣж中😀'
