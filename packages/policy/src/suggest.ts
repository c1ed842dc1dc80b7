/** "Did you mean": the candidate that is nearest to a name. */

/** Longer names are no slips of the pen. */
const longest = 100

/** The candidate that was probably meant, or nothing when none is near; a difference in case counts least. */
export const suggest = (name: string, candidates: Iterable<string>): string | undefined => {
  if (name.length > longest) return undefined
  const wanted = name.toLowerCase()
  const letters = lettersOf(wanted)
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 0.5
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - wanted.length) >= least) continue
    const lower = candidate.toLowerCase()
    // Every letter that only one of them has takes a change.
    const others = lettersOf(lower)
    if (Math.max(count(letters & ~others), count(others & ~letters)) >= least) continue
    const found = distance(wanted, lower, Math.ceil(least))
    if (found < least) {
      best = candidate
      least = found
    }
  }
  return best
}

/** The letters of a text as bits; some share one. */
const lettersOf = (text: string): number => {
  let letters = 0
  for (let index = 0; index < text.length; index++) letters |= 1 << (text.charCodeAt(index) & 31)
  return letters
}

const count = (bits: number): number => {
  let ones = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) ones++
  return ones
}

/** Rows of the table of `distance`; a candidate is at most half as long again as the longest name. */
const rows = [0, 1, 2].map(() => new Uint8Array(2 * longest))

/** How many letters differ: inserted, left out, replaced or swapped with their neighbour; `bound` or more when many do. */
const distance = (a: string, b: string, bound: number): number => {
  let [beforeLast = new Uint8Array(), last = new Uint8Array(), row = new Uint8Array()] = rows
  for (let j = 0; j <= b.length; j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    // Further from the diagonal, more than the bound differ.
    const from = Math.max(1, i - bound)
    const to = Math.min(b.length, i + bound)
    row[from - 1] = from === 1 ? i : bound
    if (to < b.length) row[to + 1] = bound
    let smallest = row[from - 1] ?? 0
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row[j] = cost
      smallest = Math.min(smallest, cost)
    }
    if (smallest >= bound) return bound
    const oldest = beforeLast
    beforeLast = last
    last = row
    row = oldest
  }
  return last[b.length] ?? bound
}
