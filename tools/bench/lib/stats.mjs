// Small statistics helpers. No dependencies.
export const sorted = (xs) => Float64Array.from(xs).sort()

export const quantile = (xs, q) => {
  const s = sorted(xs)
  if (s.length === 0) return NaN
  const pos = (s.length - 1) * q
  const lo = Math.floor(pos)
  const hi = Math.min(s.length - 1, lo + 1)
  return s[lo] + (s[hi] - s[lo]) * (pos - lo)
}

export const median = (xs) => quantile(xs, 0.5)

/** Median of paired ratios, with the quartiles of the paired ratios. */
export const pairedRatio = (xs, ys) => {
  const n = Math.min(xs.length, ys.length)
  const r = []
  for (let i = 0; i < n; i++) if (ys[i] > 0) r.push(xs[i] / ys[i])
  return { median: median(r), q1: quantile(r, 0.25), q3: quantile(r, 0.75), n: r.length }
}

export const fmt = (x) => {
  if (x === undefined || x === null || Number.isNaN(x)) return '-'
  const a = Math.abs(x)
  if (a >= 1e6) return (x / 1e6).toFixed(2) + 'M'
  if (a >= 1e5) return Math.round(x / 1000) + 'k'
  if (a >= 1e4) return (x / 1000).toFixed(1) + 'k'
  if (a >= 100) return String(Math.round(x))
  if (a >= 10) return x.toFixed(1)
  if (a >= 1) return x.toFixed(2)
  return x.toFixed(3)
}

export const table = (head, rows) => {
  const line = (cells) => '| ' + cells.join(' | ') + ' |'
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** Deterministic shuffle so that a run can be repeated. */
export const shuffler = (seed) => {
  let s = seed >>> 0 || 1
  const rnd = () => {
    s ^= s << 13
    s >>>= 0
    s ^= s >>> 17
    s ^= s << 5
    s >>>= 0
    return s / 4294967296
  }
  return (xs) => {
    const a = xs.slice()
    for (let i = a.length - 1; i > 0; i--) {
      const j = Math.floor(rnd() * (i + 1))
      ;[a[i], a[j]] = [a[j], a[i]]
    }
    return a
  }
}
