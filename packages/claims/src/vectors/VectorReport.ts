/** What running vectors gives. */
import type { Json } from '../convert/json.ts'

/** A vector that did not give what it expects. */
export interface FailedVector {
  readonly file: string
  readonly name: string
  /** The method, or the kind of a vector without one. */
  readonly method: string
  readonly expected: Json
  readonly actual: Json
}

/** A vector that was not run. */
export interface SkippedVector {
  readonly file: string
  readonly name: string
  readonly method: string
  readonly reason: string
}

/** The results of some files of vectors. */
export interface VectorReport {
  readonly passed: number
  readonly failed: ReadonlyArray<FailedVector>
  readonly skipped: ReadonlyArray<SkippedVector>
}

/** A file of vectors, read. */
export interface VectorFile {
  /** Its name, for the report. */
  readonly file: string
  readonly content: Json
}

/** A file that is not one of vectors. */
export class VectorShapeProblem {
  readonly _tag = 'VectorShapeProblem'
  readonly file: string
  /** The vector, counted from 1; absent when the file itself is wrong. */
  readonly position: number | undefined
  readonly reason: string

  constructor(file: string, position: number | undefined, reason: string) {
    this.file = file
    this.position = position
    this.reason = reason
  }

  /** In words, for people. */
  get message(): string {
    return `${this.file}${this.position === undefined ? '' : `, vector ${this.position}`}: ${this.reason}`
  }
}
