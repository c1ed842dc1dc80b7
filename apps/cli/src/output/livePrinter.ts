/** Prints a trace while it happens; on a terminal a line says what is being waited for. */
import type { TraceEntry } from '@trustframe/core'
import type { JourneyPlan } from '@trustframe/plan'
import { formatEntry } from './formatTrace.ts'
import type { Style } from './style.ts'

/** Where lines go. */
export interface Output {
  readonly write: (text: string) => void
  /** Whether a person watches, so that a line may be replaced by the next one. */
  readonly interactive: boolean
}

const clearLine = '\u001B[2K\r'

/** Receives the entries of a trace; `mask` sees every line before it is printed. */
export const livePrinter = (
  plan: JourneyPlan,
  style: Style,
  { interactive, write }: Output,
  mask: (text: string) => string
): ((entry: TraceEntry) => void) => {
  let waiting = false
  let called = false
  return (entry) => {
    if (waiting) write(clearLine)
    for (const line of formatEntry(plan, entry, style)) write(`${mask(line)}\n`)
    // From the start of a profile until its call was performed, whatever is noted in between.
    if (entry._tag === 'ProfileEntered') called = true
    else if (entry._tag !== 'ClaimsChanged' && entry._tag !== 'TransformationRun') called = false
    waiting = interactive && called
    if (waiting) write(style.dim('      … waiting for an answer'))
  }
}
