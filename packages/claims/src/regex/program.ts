/** Compiles the syntax tree of a regular expression to a program for the matcher. */
import { type AssertionKind, canBeEmpty, type RegexNode } from './ast.ts'
import type { CharSet } from './CharSet.ts'

/** One instruction; a number of an instruction or a register is an index. */
export type Instruction =
  | { readonly op: 'unit'; readonly set: CharSet; readonly backwards: boolean }
  /** From `min` to `max` units of a set, then the next instruction; `memo` numbers the choice. */
  | {
      readonly op: 'units'
      readonly set: CharSet
      readonly min: number
      readonly max: number
      readonly lazy: boolean
      readonly backwards: boolean
      readonly memo: number
    }
  /** Tries one way, and when it fails the other; `memo` numbers the choice. */
  | { readonly op: 'split'; readonly first: number; readonly second: number; readonly memo: number }
  | { readonly op: 'jump'; readonly to: number }
  | { readonly op: 'save'; readonly register: number }
  /** Ends a group that began at the position in `mark`. */
  | { readonly op: 'capture'; readonly register: number; readonly mark: number; readonly backwards: boolean }
  /** Leaves a loop whose last round consumed nothing. */
  | { readonly op: 'leaveIfStill'; readonly register: number; readonly to: number }
  | { readonly op: 'assert'; readonly kind: AssertionKind }
  /** Runs the instructions up to their `accept`, then goes on at `next`; `keep` moves on to where they ended. */
  | { readonly op: 'within'; readonly negative: boolean; readonly keep: boolean; readonly next: number }
  | { readonly op: 'again'; readonly register: number; readonly ignoreCase: boolean; readonly backwards: boolean }
  | { readonly op: 'accept' }

export interface Program {
  readonly instructions: ReadonlyArray<Instruction>
  /** Registers 2n and 2n + 1 hold the ends of group n; those after them are marks. */
  readonly registers: number
  /** How many choices are numbered. */
  readonly choices: number
  /** The number of each group. */
  readonly groups: ReadonlyMap<string, number>
  /** Whether what comes after a choice depends on captured text, so that a failed choice may succeed later. */
  readonly contextual: boolean
}

/** Counted repetitions are written out; a pattern that needs more instructions than this is refused. */
const largestProgram = 20_000

class Compiler {
  readonly instructions: Array<Instruction> = []
  readonly groups: ReadonlyMap<string, number>
  registers: number
  choices = 0
  contextual = false

  constructor(groups: ReadonlySet<string>) {
    this.groups = new Map([...groups].map((group, index) => [group, index]))
    this.registers = 2 * groups.size
  }

  get tooLarge(): boolean {
    return this.instructions.length > largestProgram
  }

  #emit(instruction: Instruction): number {
    return this.instructions.push(instruction) - 1
  }

  /** Keeps a place for an instruction whose targets are not known yet. */
  #reserve(): number {
    return this.#emit({ op: 'accept' })
  }

  get #here(): number {
    return this.instructions.length
  }

  #split(at: number, preferred: number, other: number, lazy: boolean): void {
    const [first, second] = lazy ? [other, preferred] : [preferred, other]
    this.instructions[at] = { op: 'split', first, second, memo: this.choices++ }
  }

  program(root: RegexNode): Program {
    this.node(root, false)
    this.#emit({ op: 'accept' })
    const { choices, contextual, groups, instructions, registers } = this
    return { instructions, registers, choices, groups, contextual }
  }

  node(node: RegexNode, backwards: boolean): void {
    if (this.tooLarge) return
    switch (node._tag) {
      case 'Empty':
        return
      case 'Unit':
        this.#emit({ op: 'unit', set: node.set, backwards })
        return
      case 'Sequence':
        for (const part of backwards ? node.nodes.toReversed() : node.nodes) this.node(part, backwards)
        return
      case 'Alternatives':
        this.#alternatives(node.nodes, backwards)
        return
      case 'Repeat':
        this.#repeat(node, backwards)
        return
      case 'Capture': {
        const mark = this.registers++
        this.#emit({ op: 'save', register: mark })
        this.node(node.node, backwards)
        this.#emit({ op: 'capture', register: this.#groupRegister(node.group), mark, backwards })
        return
      }
      case 'Look':
        this.#within(node.node, node.behind, node.negative, false)
        return
      case 'Atomic':
        this.#within(node.node, backwards, false, true)
        return
      case 'BackReference':
        this.contextual = true
        this.#emit({
          op: 'again',
          register: this.#groupRegister(node.group),
          ignoreCase: node.ignoreCase,
          backwards
        })
        return
      case 'Assertion':
        this.#emit({ op: 'assert', kind: node.kind })
        return
    }
  }

  #groupRegister(group: string): number {
    return 2 * (this.groups.get(group) ?? 0)
  }

  #alternatives(nodes: ReadonlyArray<RegexNode>, backwards: boolean): void {
    const ends: Array<number> = []
    nodes.forEach((node, index) => {
      if (index === nodes.length - 1) {
        this.node(node, backwards)
        return
      }
      const choice = this.#reserve()
      this.node(node, backwards)
      ends.push(this.#reserve())
      this.#split(choice, choice + 1, this.#here, false)
    })
    for (const end of ends) this.instructions[end] = { op: 'jump', to: this.#here }
  }

  #within(node: RegexNode, backwards: boolean, negative: boolean, keep: boolean): void {
    const at = this.#reserve()
    this.node(node, backwards)
    this.#emit({ op: 'accept' })
    this.instructions[at] = { op: 'within', negative, keep, next: this.#here }
  }

  #repeat({ node, min, max, lazy }: Extract<RegexNode, { _tag: 'Repeat' }>, backwards: boolean): void {
    if (node._tag === 'Unit' && max !== Infinity) {
      this.#emit({ op: 'units', set: node.set, min, max, lazy, backwards, memo: this.choices++ })
      return
    }
    const start = this.#here
    for (let round = 0; round < min && !this.tooLarge; round++) {
      this.node(node, backwards)
      // What needs no instructions is the same however often it is repeated.
      if (this.#here === start) return
    }
    if (max === Infinity) this.#loop(node, lazy, backwards)
    else this.#optional(node, max - min, lazy, backwards)
  }

  #loop(node: RegexNode, lazy: boolean, backwards: boolean): void {
    const choice = this.#reserve()
    const register = canBeEmpty(node) ? this.registers++ : undefined
    if (register !== undefined) this.#emit({ op: 'save', register })
    this.node(node, backwards)
    const leave = register === undefined ? undefined : this.#reserve()
    this.#emit({ op: 'jump', to: choice })
    if (register !== undefined && leave !== undefined) {
      this.instructions[leave] = { op: 'leaveIfStill', register, to: this.#here }
    }
    this.#split(choice, choice + 1, this.#here, lazy)
  }

  #optional(node: RegexNode, times: number, lazy: boolean, backwards: boolean): void {
    const choices: Array<number> = []
    for (let round = 0; round < times && !this.tooLarge; round++) {
      choices.push(this.#reserve())
      this.node(node, backwards)
    }
    for (const choice of choices) this.#split(choice, choice + 1, this.#here, lazy)
  }
}

/** The program of a pattern, or `undefined` when it would be too large. */
export const compileProgram = (root: RegexNode, groups: ReadonlySet<string>): Program | undefined => {
  const compiler = new Compiler(groups)
  const program = compiler.program(root)
  return compiler.tooLarge ? undefined : program
}
