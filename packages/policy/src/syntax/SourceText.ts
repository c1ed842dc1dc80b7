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

/**
 * The text that is parsed, and the file that it came from. Where a setting was replaced, `text` and the file differ;
 * `positionAt` answers in terms of the file.
 */
export interface SourceText {
  readonly path: string
  readonly text: string
  readonly positionAt: (offset: number) => Position
}
