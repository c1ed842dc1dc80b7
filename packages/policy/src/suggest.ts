/** "Did you mean": the candidate that is nearest to a name. */

/** Longer names are no slips of the pen. */
const longest = 100

/** The candidate that was probably meant, or nothing when none is near; a difference in case counts least. */
export const suggest = (name: string, candidates: Iterable<string>): string | undefined => {
  if (name.length > longest) return undefined
  const wanted = name.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 0.5
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - wanted.length) >= least) continue
    const found = distance(wanted, candidate.toLowerCase(), Math.ceil(least))
    if (found < least) {
      best = candidate
      least = found
    }
  }
  return best
}

/** How many letters differ: inserted, left out, replaced or swapped with their neighbour; `bound` when more. */
const distance = (a: string, b: string, bound: number): number => {
  let beforeLast: Array<number> = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let smallest = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      row.push(cost)
      smallest = Math.min(smallest, cost)
    }
    if (smallest >= bound) return bound
    beforeLast = last
    last = row
  }
  return last[b.length] ?? bound
}
