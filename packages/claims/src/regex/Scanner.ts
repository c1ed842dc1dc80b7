/** Reads the text of a regular expression from left to right; the first problem ends it. */

/** A pattern that is not valid in .NET, or that cannot be honoured. */
export class RegexProblem {
  readonly _tag = 'RegexProblem'
  readonly pattern: string
  readonly reason: string
  /** In UTF-16 units from 0. */
  readonly position: number
  /** True when .NET accepts the pattern and only Trustframe does not. */
  readonly unsupported: boolean

  constructor(pattern: string, reason: string, position: number, unsupported = false) {
    this.pattern = pattern
    this.reason = reason
    this.position = position
    this.unsupported = unsupported
  }

  /** In words, for people. */
  get message(): string {
    return `The regular expression "${this.pattern}" ${this.unsupported ? 'cannot be honoured' : 'is not valid'}: ${this.reason}, at character ${this.position + 1}`
  }
}

/** A pattern and the place that has been read up to. */
export class Scanner {
  readonly pattern: string
  #index = 0
  #problem: RegexProblem | undefined

  constructor(pattern: string) {
    this.pattern = pattern
  }

  get index(): number {
    return this.#index
  }

  get problem(): RegexProblem | undefined {
    return this.#problem
  }

  get atEnd(): boolean {
    return this.#index >= this.pattern.length
  }

  /** Reports a problem; nothing is left to read after the first. */
  fail(reason: string, unsupported = false): void {
    this.#problem ??= new RegexProblem(this.pattern, reason, this.#index, unsupported)
    this.#index = this.pattern.length
  }

  /** The unit at an offset; empty beyond the end. */
  peek(offset = 0): string {
    return this.pattern.charAt(this.#index + offset)
  }

  skip(units: number): void {
    this.#index += units
  }

  /** Whether a text comes next. */
  sees(text: string): boolean {
    return this.pattern.startsWith(text, this.#index)
  }

  /** Takes a text if it comes next. */
  take(text: string): boolean {
    if (!this.sees(text)) return false
    this.#index += text.length
    return true
  }

  /** Whether a sticky expression matches here. */
  seesForm(form: RegExp): boolean {
    form.lastIndex = this.#index
    return form.test(this.pattern)
  }

  /** Takes what a sticky expression finds here. */
  takeForm(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#index
    const found = form.exec(this.pattern)
    if (found === null) return undefined
    this.#index += found[0].length
    return found
  }

  /** Takes everything up to and with a text, or says that it has no end. */
  takeThrough(text: string): boolean {
    const at = this.pattern.indexOf(text, this.#index)
    if (at >= 0) this.#index = at + text.length
    return at >= 0
  }
}
