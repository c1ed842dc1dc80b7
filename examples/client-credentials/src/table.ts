/** Prints tables that fit a terminal: columns as wide as their widest cell, long cells wrapped at spaces. */

/** A column: its title, and how wide its cells may be. */
export interface Column {
  readonly title: string
  readonly width: number
}

const wrap = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The lines of a table; an empty line separates rows. */
export const formatTable = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<string> => {
  const cells = rows.map((row) => row.map((cell, index) => wrap(cell, columns[index]?.width ?? 40)))
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...cells.flatMap((row) => (row[index] ?? []).map((line) => line.length)))
  )
  const format = (line: ReadonlyArray<string>) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd()
  const body = cells.map((row) => {
    const height = Math.max(...row.map((cell) => cell.length))
    return Array.from({ length: height }, (_, index) => format(row.map((cell) => cell[index] ?? '')))
  })
  return [
    format(columns.map(({ title }) => title)),
    format(widths.map((width) => '─'.repeat(width))),
    ...body.flatMap((lines, index) => (index === 0 ? lines : [''].concat(lines)))
  ]
}
