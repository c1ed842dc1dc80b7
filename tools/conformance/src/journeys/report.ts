/** What came of walking the journeys of a folder, for people and for machines. */
import type { Json } from '@trustframe/claims'
import type { Reason } from './endOf.ts'
import type { Path } from './walk.ts'

/** A relying party's journeys. */
export interface JourneyReport {
  readonly relyingParty: string
  readonly paths: ReadonlyArray<Path>
  /** Ways that were left when the bounds of a walk were reached. */
  readonly unwalked?: number
}

/** How many paths ended how, and why those that did not end in a token. */
export interface Totals {
  readonly relyingParties: number
  readonly paths: number
  readonly ends: Readonly<Record<Path['end'], number>>
  readonly reasons: Readonly<Record<Reason, number>>
  /** The largest state at rest, in bytes. */
  readonly stateBytes: number
}

export const totalsOf = (journeys: ReadonlyArray<JourneyReport>): Totals => {
  const paths = journeys.flatMap((journey) => journey.paths)
  const ends = { token: 0, error: 0, interaction: 0, stopped: 0 }
  const reasons = { outside: 0, later: 0, fault: 0 }
  for (const { end, reason } of paths) {
    ends[end]++
    if (reason !== undefined) reasons[reason]++
  }
  return {
    relyingParties: journeys.length,
    paths: paths.length,
    ends,
    reasons,
    stateBytes: Math.max(0, ...paths.map(({ stateBytes }) => stateBytes))
  }
}

/** The documented shape: `reason` and `detail` say what stopped a path; a path that ended in a token has no reason. */
export const jsonReport = (journeys: ReadonlyArray<JourneyReport>): Json => ({
  journeys: journeys.map(({ paths, relyingParty, unwalked = 0 }) => ({
    relyingParty,
    ...(unwalked === 0 ? {} : { unwalked }),
    paths: paths.map(({ choices, detail, end, reason }) => ({
      choices,
      end,
      ...(reason === undefined ? {} : { reason }),
      detail
    }))
  })),
  totals: { ...totalsOf(journeys) }
})

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`

/** A line per relying party, then a line for each path that did not end as the policy means it. */
export const textReport = (journeys: ReadonlyArray<JourneyReport>): string => {
  const lines = journeys.flatMap(({ paths, relyingParty, unwalked = 0 }) => {
    const tokens = paths.filter(({ end }) => end === 'token').length
    const unfinished = paths.filter(({ reason }) => reason !== undefined)
    return [
      `${relyingParty}: ${count(paths.length, 'path')}, ${tokens} to a token${unwalked === 0 ? '' : `; ${unwalked} more not walked`}`,
      ...unfinished.flatMap(({ choices, detail, end, reason }) => [
        `  ${end} (${reason}): ${choices.length === 0 ? 'no choices' : choices.join(', ')}`,
        `    ${detail}`
      ])
    ]
  })
  const { ends, paths, reasons, relyingParties, stateBytes } = totalsOf(journeys)
  return [
    ...lines,
    `${count(paths, 'path')} of ${count(relyingParties, 'relying-party policy').replace('policys', 'policies')}: ${ends.token} to a token, ${ends.error} to an error, ${ends.interaction} given up at a page, ${ends.stopped} stopped`,
    `reasons: ${reasons.outside} outside, ${reasons.later} later, ${reasons.fault} our fault; largest state ${stateBytes} bytes`
  ].join('\n')
}
