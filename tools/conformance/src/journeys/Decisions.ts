/** The decisions of one path: prescribed ones first, then whatever nobody chose before. */

/** Decisions that are known on any path, and those that are still to be tried. */
export interface Undecided {
  readonly known: Set<string>
  /** Prescriptions: the decisions of paths that nobody has walked yet. */
  readonly queue: Array<ReadonlyArray<string>>
}

/** Decides; alternatives that nobody knew are queued, each with the decisions that lead to it. */
export class Decisions {
  /** As `place option`. */
  readonly made: Array<string> = []
  readonly #prescribed: ReadonlyArray<string>
  readonly #undecided: Undecided

  constructor(prescribed: ReadonlyArray<string>, undecided: Undecided) {
    this.#prescribed = prescribed
    this.#undecided = undecided
  }

  /** The same place is decided once. */
  choose(place: string, options: ReadonlyArray<string>): string {
    const before = this.made.find((decision) => decision.startsWith(`${place} `))
    const again = before?.slice(place.length + 1)
    if (again !== undefined && options.includes(again)) return again
    const prescribed = this.#prescribed[this.made.length]
    const wanted = prescribed?.startsWith(`${place} `) === true ? prescribed.slice(place.length + 1) : undefined
    const option = wanted !== undefined && options.includes(wanted) ? wanted : (options[0] ?? '')
    const { known, queue } = this.#undecided
    for (const other of options) {
      const decision = `${place} ${other}`
      if (other !== option && !known.has(decision)) queue.push([...this.made, decision])
      known.add(decision)
    }
    this.made.push(`${place} ${option}`)
    return option
  }
}
