/**
 * Runs a regular expression program over a text: a backtracking matcher that remembers which choices have failed, and
 * counts its steps.
 *
 * Without backreferences a choice that failed at a position fails for good, so each is tried once, and time grows with the
 * length of the text times the size of the pattern; a lookaround or an atomic group starts afresh wherever it is entered, which
 * may add a factor of the length. With backreferences nothing can be remembered: there the limit on steps holds alone.
 */
import type { AssertionKind } from './ast.ts'
import { boundaryUnits, sameIgnoringCase } from './CharSet.ts'
import type { Instruction, Program } from './program.ts'

/** How many steps one search may take: some tens of milliseconds at worst. */
export const stepLimit = 2_000_000

/** The search was given up: the pattern takes too long on this text. */
export class RegexTooCostly {
  readonly _tag = 'RegexTooCostly'
  readonly pattern: string

  constructor(pattern: string) {
    this.pattern = pattern
  }
}

/** Beyond this many entries (32 MB) failed choices are not remembered; the limit on steps holds alone. */
const largestMemo = 8_000_000

const lineFeed = 0x0a
const noMatch = -1
const gaveUp = -2

/** What to do when a way fails: take a choice, give a register its earlier content, or take one unit less or more of a loop. */
const Frame = { choice: 0, restore: 1, shrink: 2, grow: 3 } as const

/** A match: its ends, and the text of each group that took part. */
export interface RegexMatch {
  readonly start: number
  readonly end: number
  readonly groups: ReadonlyMap<string, string>
}

/** Searches one text; its steps are counted over all searches. */
export class Matcher {
  readonly #instructions: ReadonlyArray<Instruction>
  readonly #text: string
  readonly #program: Program
  readonly #pattern: string
  readonly #anchored: boolean
  readonly #registers: Int32Array
  /** The run in which a choice at a position was tried last. */
  readonly #tried: Uint32Array | undefined
  #run = 0
  #steps = 0
  #searchStart = 0
  /** Frames of four numbers: kind, instruction or register, position or content, limit. */
  readonly #stack: Array<number> = []

  constructor(program: Program, pattern: string, anchored: boolean, text: string) {
    this.#program = program
    this.#instructions = program.instructions
    this.#pattern = pattern
    this.#anchored = anchored
    this.#text = text
    this.#registers = new Int32Array(program.registers)
    const entries = program.choices * (text.length + 1)
    this.#tried = program.contextual || entries > largestMemo ? undefined : new Uint32Array(entries)
  }

  /** The first match from a position on, nothing, or that the search was given up. */
  search(from: number): RegexMatch | undefined | RegexTooCostly {
    this.#searchStart = from
    this.#registers.fill(-1)
    this.#stack.length = 0
    // One run for all positions: what failed from an earlier one is not tried again.
    const run = ++this.#run
    const last = this.#anchored ? 0 : this.#text.length
    for (let start = from; start <= last; start++) {
      const end = this.#from(0, start, run)
      if (end === gaveUp) return new RegexTooCostly(this.#pattern)
      if (end !== noMatch) return { start, end, groups: this.#groups() }
    }
    return undefined
  }

  #groups(): ReadonlyMap<string, string> {
    const groups = new Map<string, string>()
    for (const [name, index] of this.#program.groups) {
      const [open = -1, close = -1] = this.#registers.subarray(2 * index, 2 * index + 2)
      if (open >= 0) groups.set(name, this.#text.slice(open, close))
    }
    return groups
  }

  #isWord(position: number): boolean {
    return position >= 0 && position < this.#text.length && boundaryUnits.has(this.#text.charCodeAt(position))
  }

  #holds(kind: AssertionKind, position: number): boolean {
    const { length } = this.#text
    switch (kind) {
      case 'textStart':
        return position === 0
      case 'lineStart':
        return position === 0 || this.#text.charCodeAt(position - 1) === lineFeed
      case 'textEnd':
        return position === length
      case 'textEndOrFinalNewline':
        return position === length || (position === length - 1 && this.#text.charCodeAt(position) === lineFeed)
      case 'lineEnd':
        return position === length || this.#text.charCodeAt(position) === lineFeed
      case 'wordBoundary':
        return this.#isWord(position - 1) !== this.#isWord(position)
      case 'noWordBoundary':
        return this.#isWord(position - 1) === this.#isWord(position)
      case 'searchStart':
        return position === this.#searchStart
    }
  }

  /** Whether a choice is tried for the first time in a run at a position. */
  #isNew(memo: number, position: number, run: number): boolean {
    if (this.#tried === undefined) return true
    const entry = memo * (this.#text.length + 1) + position
    if (this.#tried[entry] === run) return false
    this.#tried[entry] = run
    return true
  }

  #push(kind: number, at: number, value: number, limit: number): void {
    this.#stack.push(kind, at, value, limit)
  }

  #save(register: number, content: number): void {
    this.#push(Frame.restore, register, this.#registers[register] ?? -1, 0)
    this.#registers[register] = content
  }

  /** Keeps the earlier contents of registers above `base`, and drops the choices: what was matched is not entered again. */
  #dropChoices(base: number): void {
    let kept = base
    for (let frame = base; frame < this.#stack.length; frame += 4) {
      if (this.#stack[frame] !== Frame.restore) continue
      for (let part = 0; part < 4; part++) this.#stack[kept + part] = this.#stack[frame + part] ?? 0
      kept += 4
    }
    this.#stack.length = kept
  }

  #undo(base: number): void {
    for (let frame = this.#stack.length - 4; frame >= base; frame -= 4) {
      if (this.#stack[frame] === Frame.restore)
        this.#registers[this.#stack[frame + 1] ?? 0] = this.#stack[frame + 2] ?? -1
    }
    this.#stack.length = base
  }

  /** How many units of a loop can be taken from a position. */
  #countUnits(loop: Extract<Instruction, { op: 'units' }>, position: number, most: number): number {
    const { backwards, set } = loop
    const room = Math.min(most, backwards ? position : this.#text.length - position)
    let count = 0
    while (count < room && set.has(this.#text.charCodeAt(backwards ? position - 1 - count : position + count))) count++
    this.#steps += count
    return count
  }

  /** The position after a repetition of captured text, or `noMatch`; a group that took no part never matches. */
  #again(instruction: Extract<Instruction, { op: 'again' }>, position: number): number {
    const from = this.#registers[instruction.register] ?? -1
    const to = this.#registers[instruction.register + 1] ?? -1
    if (from < 0 || to < 0) return noMatch
    const length = to - from
    const start = instruction.backwards ? position - length : position
    if (start < 0 || start + length > this.#text.length) return noMatch
    this.#steps += length
    for (let offset = 0; offset < length; offset++) {
      const left = this.#text.charCodeAt(from + offset)
      const right = this.#text.charCodeAt(start + offset)
      if (left !== right && !(instruction.ignoreCase && sameIgnoringCase(left, right))) return noMatch
    }
    return instruction.backwards ? start : start + length
  }

  /** Runs from an instruction to its `accept`: the position there, `noMatch` or `gaveUp`. Choices stay on the stack. */
  #from(start: number, from: number, run: number): number {
    const text = this.#text
    const stack = this.#stack
    const base = stack.length
    let at = start
    let position = from
    for (;;) {
      if (++this.#steps > stepLimit) return gaveUp
      const instruction = this.#instructions[at]
      let failed = false
      switch (instruction?.op) {
        case 'unit': {
          const index = instruction.backwards ? position - 1 : position
          if (index >= 0 && index < text.length && instruction.set.has(text.charCodeAt(index))) {
            position = instruction.backwards ? index : index + 1
            at++
          } else failed = true
          break
        }
        case 'units': {
          failed = true
          if (!this.#isNew(instruction.memo, position, run)) break
          const { backwards, lazy, max, min } = instruction
          const count = this.#countUnits(instruction, position, lazy ? min : max)
          if (count < min) break
          failed = false
          const sign = backwards ? -1 : 1
          if (lazy) {
            if (max > min) this.#push(Frame.grow, at, position + sign * min, max - min)
          } else if (count > min) {
            this.#push(Frame.shrink, at, position + sign * count, count - min)
          }
          position += sign * count
          at++
          break
        }
        case 'split':
          if (this.#isNew(instruction.memo, position, run)) {
            this.#push(Frame.choice, instruction.second, position, 0)
            at = instruction.first
          } else failed = true
          break
        case 'jump':
          at = instruction.to
          break
        case 'save':
          this.#save(instruction.register, position)
          at++
          break
        case 'capture': {
          const mark = this.#registers[instruction.mark] ?? -1
          this.#save(instruction.register, instruction.backwards ? position : mark)
          this.#save(instruction.register + 1, instruction.backwards ? mark : position)
          at++
          break
        }
        case 'leaveIfStill':
          at = this.#registers[instruction.register] === position ? instruction.to : at + 1
          break
        case 'assert':
          if (this.#holds(instruction.kind, position)) at++
          else failed = true
          break
        case 'within': {
          const inner = stack.length
          const end = this.#from(at + 1, position, ++this.#run)
          if (end === gaveUp) return gaveUp
          if (end === noMatch || instruction.negative) this.#undo(inner)
          else this.#dropChoices(inner)
          if ((end !== noMatch) !== instruction.negative) {
            if (instruction.keep) position = end
            at = instruction.next
          } else failed = true
          break
        }
        case 'again': {
          const end = this.#again(instruction, position)
          if (end === noMatch) failed = true
          else {
            position = end
            at++
          }
          break
        }
        case 'accept':
        case undefined:
          return position
      }
      if (!failed) continue
      // Back to the last choice of this run.
      for (;;) {
        if (stack.length === base) return noMatch
        const limit = stack.pop() ?? 0
        const value = stack.pop() ?? 0
        const target = stack.pop() ?? 0
        const kind = stack.pop()
        if (kind === Frame.restore) {
          this.#registers[target] = value
          continue
        }
        if (kind === Frame.choice) {
          at = target
          position = value
          break
        }
        const loop = this.#instructions[target]
        if (loop?.op !== 'units') continue
        const sign = loop.backwards ? -1 : 1
        if (kind === Frame.shrink) {
          // One unit less than last time.
          position = value - sign
          if (limit > 1) this.#push(Frame.shrink, target, position, limit - 1)
        } else {
          // One unit more than last time.
          if (this.#countUnits(loop, value, 1) === 0) continue
          position = value + sign
          if (limit > 1) this.#push(Frame.grow, target, position, limit - 1)
        }
        at = target + 1
        break
      }
    }
  }
}
