// Adds lines to source files whose shape is known, and says so when it is another.

const neighbour = /^(import|export) .* from '(\.\/[^/']+)'$/

/** Puts an import or an export of a neighbouring file among those that are there, by the names of the files. */
export const addSorted = (text, line, what) => {
  const lines = text.split('\n')
  if (lines.includes(line)) throw new Error(`${what} already has "${line}"`)
  const [, keyword, path] = neighbour.exec(line)
  const own = lines.flatMap((other, index) => {
    const [, otherKeyword, otherPath] = neighbour.exec(other) ?? []
    return otherKeyword === keyword ? [{ index, path: otherPath }] : []
  })
  const last = own.at(-1)
  if (last === undefined) throw new Error(`${what} has another shape than this generator knows: it has no ${keyword}s`)
  const next = own.find((other) => other.path.localeCompare(path) > 0)
  lines.splice(next?.index ?? last.index + 1, 0, line)
  return lines.join('\n')
}

/** Puts lines before the first line that is `anchor`. */
export const addBefore = (text, anchor, added, what) => {
  const lines = text.split('\n')
  const at = lines.indexOf(anchor)
  if (at < 0) throw new Error(`${what} has another shape than this generator knows: it has no line "${anchor.trim()}"`)
  lines.splice(at, 0, ...added)
  return lines.join('\n')
}
