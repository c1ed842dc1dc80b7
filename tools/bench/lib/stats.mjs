/** Quantiles, paired ratios and a shuffle that can be repeated. */

/** A quantile, interpolated; NaN of nothing. */
export const quantile = (values, q) => {
  const sorted = Float64Array.from(values).toSorted()
  if (sorted.length === 0) return Number.NaN
  const position = (sorted.length - 1) * q
  const low = Math.floor(position)
  const high = Math.min(sorted.length - 1, low + 1)
  return sorted[low] + (sorted[high] - sorted[low]) * (position - low)
}

export const median = (values) => quantile(values, 0.5)

/** Median and quartiles of ratios that are taken pair by pair. */
export const pairedRatio = (values, bases) => {
  const ratios = values.flatMap((value, index) => (bases[index] > 0 ? [value / bases[index]] : []))
  return { median: median(ratios), q1: quantile(ratios, 0.25), q3: quantile(ratios, 0.75) }
}

/** Shuffles by numbers that follow from the seed (xorshift). */
export const shuffler = (seed) => {
  let state = seed >>> 0 || 1
  const random = () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
  return (values) => {
    const shuffled = [...values]
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const held = shuffled[i]
      shuffled[i] = shuffled[j]
      shuffled[j] = held
    }
    return shuffled
  }
}
