/** Finds what somebody may have meant. */

/** The number of insertions, deletions and substitutions between two texts. */
const distance = (left: string, right: string): number => {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const substituted = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(substituted, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[right.length] ?? 0
}

/** The candidate closest to a name, ignoring case, when it is close enough to have been meant. */
export const closest = (name: string, candidates: Iterable<string>): string | undefined => {
  const wanted = name.toLowerCase()
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of candidates) {
    const found = distance(wanted, candidate.toLowerCase())
    if (found < least) [best, least] = [candidate, found]
  }
  return best
}

/** ` Did you mean "…"?`, or nothing. */
export const didYouMean = (name: string, candidates: Iterable<string>): string => {
  const candidate = closest(name, candidates)
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`
}
