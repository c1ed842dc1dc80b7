/** Looks things up by the places of findings, in terms of their files: a setting that was replaced there makes no difference. */
import type { Span } from '@trustframe/policy'

const startOf = ({ source, start }: Span): number => source.originalOffset(start, 'start')
const endOf = ({ end, source }: Span): number => source.originalOffset(end, 'end')

/** Whether two spans are one place of a file. */
export const isSamePlace = (a: Span, b: Span): boolean =>
  a.source.path === b.source.path && startOf(a) === startOf(b) && endOf(a) === endOf(b)

/** Larger than any offset of a file. */
const beyond = 2 ** 26

/** One thing for each place. */
export class ByPlace<Thing> {
  private readonly files = new Map<string, Map<number, Thing>>()

  /** The thing of a place; nothing where none was made. */
  get(span: Span): Thing | undefined {
    return this.files.get(span.source.path)?.get(startOf(span) * beyond + endOf(span))
  }

  /** The thing of a place, made when it is asked for first. */
  at(span: Span, make: () => Thing): Thing {
    const { path } = span.source
    let ofFile = this.files.get(path)
    if (ofFile === undefined) this.files.set(path, (ofFile = new Map()))
    const place = startOf(span) * beyond + endOf(span)
    const known = ofFile.get(place)
    if (known !== undefined) return known
    const made = make()
    ofFile.set(place, made)
    return made
  }
}

/** The codes of the findings of each place. */
export class CodesByPlace {
  private readonly codes = new ByPlace<Set<string>>()

  add(code: string, span: Span): void {
    this.codes.at(span, () => new Set()).add(code)
  }

  has(code: string, span: Span): boolean {
    return this.codes.get(span)?.has(code) === true
  }
}
