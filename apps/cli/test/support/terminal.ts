/** A terminal without a screen: a person answers one prompt after the other, and everything that is shown is kept. */
import { stripVTControlCharacters } from 'node:util'
import * as Console from 'effect/Console'
import * as Context from 'effect/Context'
import * as Effect from 'effect/Effect'
import type * as FileSystem from 'effect/FileSystem'
import * as Layer from 'effect/Layer'
import * as Option from 'effect/Option'
import type * as Path from 'effect/Path'
import * as Queue from 'effect/Queue'
import * as Terminal from 'effect/Terminal'
import type * as Cause from 'effect/Cause'
import * as NodeServices from '@effect/platform-node/NodeServices'

/** What is done at a prompt: keys, by what the prompt shows and what was shown before. */
export type Reaction = (prompt: string, shown: ReadonlyArray<string>) => ReadonlyArray<Terminal.UserInput>

const key = (name: string, input?: string): Terminal.UserInput => ({
  input: Option.fromUndefinedOr(input),
  key: { name, ctrl: false, meta: false, shift: false }
})

const enter = key('enter')

/** Types a text over what is there, and presses Enter; several texts are tries. */
export const types =
  (...texts: ReadonlyArray<string>): Reaction =>
  () =>
    texts.flatMap((text) => [{ ...key('u'), key: { ...key('u').key, ctrl: true } }, key('', text), enter])

/** Presses Enter. */
export const accepts: Reaction = () => [enter]

/** Presses Ctrl+C. */
export const quits: Reaction = () => []

const moveTo = (prompt: string, title: string): ReadonlyArray<Terminal.UserInput> => {
  const choices = prompt.split('\n').slice(1)
  const index = choices.findIndex((line) => line.includes(title))
  if (index < 0) throw new Error(`the prompt has no choice "${title}":\n${prompt}`)
  const current = Math.max(
    0,
    choices.findIndex((line) => line.includes('❯'))
  )
  return Array.from({ length: (index - current + choices.length) % choices.length }, () => key('down'))
}

/** Moves to the choice of this title, and presses Enter. */
export const picks =
  (title: string): Reaction =>
  (prompt) => [...moveTo(prompt, title), enter]

/** Ticks the choice of this title, and presses Enter. */
export const ticks =
  (title: string): Reaction =>
  (prompt) => [...moveTo(prompt, title), key('space', ' '), enter]

/** Types the code that was shown last. */
export const typesTheCode: Reaction = (prompt, shown) => {
  const code = shown.map((line) => /✉ .*: (\d+)$/.exec(line)?.[1]).findLast((found) => found !== undefined)
  if (code === undefined) throw new Error(`no code was shown:\n${shown.join('\n')}`)
  return types(code)(prompt, shown)
}

/** Without colours, cursor movements and bells. */
const plain = (text: string): string => stripVTControlCharacters(text).replaceAll('\u0007', '')

/** The terminal of a person, and what was shown at it: lines that were printed, and prompts as they were left. */
export class FakeTerminal {
  readonly shown: Array<string> = []
  /** Everything that prompts drew. */
  readonly frames: Array<string> = []
  readonly #reactions: Array<Reaction>
  #waiting: Queue.Queue<Terminal.UserInput, Cause.Done> | undefined

  constructor(reactions: ReadonlyArray<Reaction>) {
    this.#reactions = [...reactions]
  }

  /** Reactions that no prompt asked for. */
  get left(): number {
    return this.#reactions.length
  }

  /** Everything that a prompt needs, with this terminal and its output. */
  get layer(): Layer.Layer<FileSystem.FileSystem | Path.Path | Terminal.Terminal> {
    return Layer.merge(NodeServices.layer, Layer.succeed(Terminal.Terminal, this.#terminal()))
  }

  /** The output of what is run. */
  get context(): Context.Context<never> {
    const log = (...texts: ReadonlyArray<unknown>) => {
      this.shown.push(...texts.map((text) => plain(String(text))))
    }
    return Context.make(Console.Console, { ...globalThis.console, log })
  }

  #terminal(): Terminal.Terminal {
    const open = Effect.map(Queue.make<Terminal.UserInput, Cause.Done>(), (queue) => {
      this.#waiting = queue
      return queue
    })
    return Terminal.make({
      columns: Effect.succeed(240),
      rows: Effect.succeed(60),
      size: Effect.die('unused'),
      readLine: Effect.die('unused'),
      readInput: open,
      display: (text) => Effect.sync(() => this.#display(plain(text)))
    })
  }

  #display(frame: string): void {
    this.frames.push(frame)
    if (frame.includes('✔') || frame.includes('√')) this.shown.push(frame.trim())
    const queue = this.#waiting
    if (queue === undefined) return
    this.#waiting = undefined
    const reaction = this.#reactions.shift()
    for (const input of reaction?.(frame, this.shown) ?? []) Queue.offerUnsafe(queue, input)
    // Whoever does not get away from the prompt by that gives up.
    Queue.endUnsafe(queue)
  }
}
