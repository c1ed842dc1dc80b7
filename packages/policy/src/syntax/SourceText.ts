/** A file's text after settings were replaced, and the way back to where each character stands in the file. */

/** A place in a file as editors count: line and column start at 1; columns count UTF-16 units. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A piece of text: from `start` to `end` (exclusive), in UTF-16 units of `source.text`. */
export interface Span {
  readonly source: SourceText
  readonly start: number
  readonly end: number
}

/** A piece of a file that something else stands for; offsets are in the file's own text. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The text that is parsed, and the file that it came from. Where a setting was replaced, `text` and the file differ;
 * `positionAt` answers in terms of the file.
 */
export interface SourceText {
  readonly path: string
  readonly text: string
  /** The file's own text, without a byte order mark. */
  readonly original: string
  /** Where an offset of `text` stands in `original`; inside a replaced value it is an end of what was replaced. */
  readonly originalOffset: (offset: number, side?: 'start' | 'end') => number
  readonly positionAt: (offset: number, side?: 'start' | 'end') => Position
}

/** A span in terms of its file, as editors and reports want it. */
export interface Location {
  readonly file: string
  readonly start: Position
  readonly end: Position
}

/** The text of a file, with `replacements` made in it; they are in ascending order and do not overlap. */
export const sourceText = (
  path: string,
  fileText: string,
  replacements: ReadonlyArray<Replacement> = []
): SourceText => {
  const original = fileText.charCodeAt(0) === 0xfeff ? fileText.slice(1) : fileText
  const text = replacements.length === 0 ? original : replaced(original, replacements)
  const originalOffset = replacements.length === 0 ? clamp(original) : mapBack(original, replacements)
  let lineStarts: ReadonlyArray<number> | undefined
  const positionAt = (offset: number, side: 'start' | 'end' = 'start'): Position => {
    lineStarts ??= startsOfLines(original)
    return toPosition(path, lineStarts, originalOffset(offset, side))
  }
  return { path, text, original, originalOffset, positionAt }
}

/** Where a span begins. */
export const positionOf = (span: Span): Position => span.source.positionAt(span.start)

/** Where a span begins and ends in its file. */
export const locate = ({ source, start, end }: Span): Location => ({
  file: source.path,
  start: source.positionAt(start, 'start'),
  end: source.positionAt(end, 'end')
})

/** The text that a span names. */
export const textOf = (span: Span): string => span.source.text.slice(span.start, span.end)

const replaced = (original: string, replacements: ReadonlyArray<Replacement>): string => {
  let text = ''
  let from = 0
  for (const replacement of replacements) {
    text += original.slice(from, replacement.start) + replacement.text
    from = replacement.end
  }
  return text + original.slice(from)
}

const clamp =
  (original: string) =>
  (offset: number): number =>
    Math.min(Math.max(offset, 0), original.length)

const mapBack = (original: string, replacements: ReadonlyArray<Replacement>) => {
  const within = clamp(original)
  // What each replacement covers in the new text, and how far the text behind it has moved.
  let shift = 0
  const moved = replacements.map(({ start, end, text }) => {
    const newStart = start + shift
    shift += text.length - (end - start)
    return { start, end, newStart, newEnd: newStart + text.length, shift }
  })
  return (offset: number, side: 'start' | 'end' = 'start'): number => {
    let low = 0
    let high = moved.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((moved[middle]?.newStart ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const last = moved[low - 1]
    if (last === undefined) return within(offset)
    if (offset >= last.newEnd && (offset > last.newEnd || offset > last.newStart)) return within(offset - last.shift)
    if (offset === last.newStart && side === 'end' && last.newEnd > last.newStart) return last.start
    return side === 'start' ? last.start : last.end
  }
}

const startsOfLines = (text: string): ReadonlyArray<number> => {
  const starts = [0]
  let feed = text.indexOf('\n')
  let carriage = text.indexOf('\r')
  while (feed >= 0 || carriage >= 0) {
    const isCarriage = carriage >= 0 && (feed < 0 || carriage < feed - 1)
    const next = (isCarriage ? carriage : feed) + 1
    starts.push(next)
    if (feed >= 0 && feed < next) feed = text.indexOf('\n', next)
    if (carriage >= 0 && carriage < next) carriage = text.indexOf('\r', next)
  }
  return starts
}

const toPosition = (file: string, lineStarts: ReadonlyArray<number>, offset: number): Position => {
  let low = 0
  let high = lineStarts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return { file, line: low, column: offset - (lineStarts[low - 1] ?? 0) + 1 }
}
