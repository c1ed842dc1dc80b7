/** Where a part of a plan was written: plain data, so that traces and errors can name it without the policy's text. */
export interface Origin {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** `file:line:column`, as editors and terminals understand it. */
export const formatOrigin = (origin: Origin): string => `${origin.file}:${origin.line}:${origin.column}`

/** A text of the policy and where it was written. */
export interface Located {
  readonly value: string
  readonly origin: Origin
}
