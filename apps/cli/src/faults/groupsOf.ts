/** Findings whose user reads the same, together: a report is read by its words, not by what was tried. */
import type { FaultFinding } from '@trustframe/testing'
import { resultOf } from './describeFinding.ts'

/** Faults after which the user reads the same. */
export interface Group {
  /** The first of them; what the user reads, and where it comes from, is the same for all. */
  readonly finding: FaultFinding
  readonly findings: ReadonlyArray<FaultFinding>
}

const wordsOf = (finding: FaultFinding): string =>
  JSON.stringify([finding.tag === undefined, finding.message ?? resultOf(finding), finding.leaks, finding.localized])

/** The groups, in the order of their first findings. */
export const groupsOf = (findings: ReadonlyArray<FaultFinding>): ReadonlyArray<Group> => {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const words = wordsOf(finding)
    const known = groups.get(words)
    groups.set(words, { finding: known?.finding ?? finding, findings: [...(known?.findings ?? []), finding] })
  }
  return [...groups.values()]
}
