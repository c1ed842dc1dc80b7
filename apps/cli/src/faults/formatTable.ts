/** Tables for terminals: long cells are wrapped at spaces, and one column takes the room that is left. */
import type { Style } from '../output/style.ts'

/** A column of a table. */
export interface Column {
  readonly title: string
  /** How wide its cells may be; a cell without spaces may be wider. */
  readonly width: number
  readonly align?: 'right'
}

/** A cell: lines of text, each with the way in which it is painted. */
export type Cell = ReadonlyArray<{ readonly text: string; readonly paint?: keyof Style }>

type Line = Cell[number]

const wrapLine = ({ paint, text }: Line, width: number): ReadonlyArray<Line> => {
  const lines: Array<string> = []
  for (const paragraph of text.split(/\r?\n/)) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines.map((line) => (paint === undefined ? { text: line } : { text: line, paint }))
}

const pad = ({ paint, text }: Line, width: number, align: Column['align'], style: Style): string => {
  const painted = paint === undefined ? text : style[paint](text)
  const space = ' '.repeat(Math.max(0, width - text.length))
  return align === 'right' ? space + painted : painted + space
}

/** The lines of a table; rows are told apart by an empty line where one of them has several lines. */
export const formatTable = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<Cell>>,
  style: Style
): ReadonlyArray<string> => {
  const cells = rows.map((row) =>
    columns.map(({ width }, index) => (row[index] ?? []).flatMap((line) => wrapLine(line, width)))
  )
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...cells.flatMap((row) => (row[index] ?? []).map(({ text }) => text.length)))
  )
  const format = (line: ReadonlyArray<Line>) =>
    columns
      .map(({ align }, index) => pad(line[index] ?? { text: '' }, widths[index] ?? 0, align, style))
      .join('  ')
      .trimEnd()
  const body = cells.map((row) =>
    Array.from({ length: Math.max(1, ...row.map((cell) => cell.length)) }, (_, at) =>
      format(row.map((cell) => cell[at] ?? { text: '' }))
    )
  )
  const roomy = body.some((lines) => lines.length > 1)
  return [
    format(columns.map(({ title }) => ({ text: title, paint: 'bold' }))),
    format(widths.map((width) => ({ text: '─'.repeat(width), paint: 'dim' }))),
    ...body.flatMap((lines, index) => (index === 0 || !roomy ? [lines] : [[''], lines])).flat()
  ]
}
