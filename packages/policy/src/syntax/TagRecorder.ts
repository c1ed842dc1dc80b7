/** Takes down the tags of a text while it is read: their nesting, and where each element begins and ends. */

/** The tags of the sound part of a text. */
export interface Tags {
  /** All of them in their order, without attributes and without what stands between them: `<a><b/></a>`. */
  readonly skeleton: string
  /** Where each element begins, in the order of the start tags. */
  readonly starts: ReadonlyArray<number>
  /** Where each element ends; -1 where the sound part ends before. */
  readonly ends: ReadonlyArray<number>
}

/** Elements are known by their index in the order of the start tags. */
export class TagRecorder {
  private readonly text: string
  private readonly pieces: Array<string> = []
  private readonly starts: Array<number> = []
  private readonly ends: Array<number> = []

  constructor(text: string) {
    this.text = text
  }

  /** A start tag: from `<` to behind the name. Answers the index of its element. */
  open(start: number, nameEnd: number): number {
    this.pieces.push(this.text.slice(start, nameEnd), '>')
    this.ends.push(-1)
    return this.starts.push(start) - 1
  }

  /** A tag that is a whole element. */
  empty(start: number, nameEnd: number, end: number): void {
    this.pieces.push(this.text.slice(start, nameEnd), '/>')
    this.starts.push(start)
    this.ends.push(end)
  }

  /** The end tag of an element. */
  close(index: number, start: number, end: number): void {
    this.pieces.push(this.text.slice(start, end))
    this.ends[index] = end
  }

  /** Where the name of an element begins. */
  nameStart(index: number): number {
    return (this.starts[index] ?? 0) + 1
  }

  get tags(): Tags {
    return { skeleton: this.pieces.join(''), starts: this.starts, ends: this.ends }
  }
}
