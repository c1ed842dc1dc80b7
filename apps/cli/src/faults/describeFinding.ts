/** The parts of a finding in words, as the text, JUnit and HTML reports share them. */
import { type Json, stringifyJson } from '@trustframe/claims'
import { formatOrigin } from '@trustframe/plan'
import {
  type FaultFinding,
  faultKinds,
  formatFault,
  type Leak,
  leakTitles,
  type MessageRead,
  type ProfileUse
} from '@trustframe/testing'

/** What the fault is, for whoever does not write software. */
export const titleOf = ({ fault }: FaultFinding): string => {
  const { title } = faultKinds[fault.fault.kind]
  switch (fault.fault.kind) {
    case 'status':
      return `${title} (${fault.fault.status})`
    case 'timeout':
      return fault.fault.phase === 'headers'
        ? title
        : `${title} (${fault.fault.phase === 'connect' ? 'while connecting' : 'in the middle of the answer'})`
    case 'slow':
      return `${title} (${formatFault(fault.fault).replace('slow:', '')})`
    default:
      return title
  }
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

const isEmpty = (value: Json) => value === null

/** What a call that succeeds leaves in the claims bag. */
export const resultOf = ({ claims, elapsedMillis }: FaultFinding): string => {
  const entries = Object.entries(claims ?? {})
  const without = entries.filter(([, value]) => isEmpty(value)).map(([id]) => id)
  const given = entries.filter(([, value]) => !isEmpty(value)).map(([id, value]) => `${id} = ${stringifyJson(value)}`)
  const after = elapsedMillis === 0 ? '' : ` after ${elapsedMillis / 1000} s`
  const parts = [
    ...given,
    ...(without.length === 0 ? [] : [`${list.format(without)} ${without.length === 1 ? 'has' : 'have'} no value`])
  ]
  return `the call succeeds${after}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}

/** Where a text comes from: its key, and the place in the policy. */
export const sourceOf = (message: MessageRead | undefined): ReadonlyArray<string> => {
  if (message === undefined) return []
  switch (message.source) {
    case 'service':
      return ['the service']
    case 'metadata':
    case 'localization':
      return [message.key, ...(message.origin === undefined ? [] : [formatOrigin(message.origin)])]
    default:
      return [`${message.key} (B2C's own words)`]
  }
}

/** A text that the user reads, and what it gives away; `language` where it is not the usual one. */
export interface Reading {
  readonly language: string | undefined
  readonly message: MessageRead
  readonly leaks: ReadonlyArray<Leak>
}

/** All that the user may read after a fault, in the usual language first. */
export const readingsOf = ({ leaks, localized, message }: FaultFinding): ReadonlyArray<Reading> => [
  ...(message === undefined ? [] : [{ language: undefined, message, leaks }]),
  ...localized
]

/** What a text gives away, a sentence for each leak. */
export const leaksOf = ({ leaks }: Pick<Reading, 'leaks'>): ReadonlyArray<string> =>
  leaks.map(({ found, kind }) => `${leakTitles[kind]}: "${found}"`)

/** That the policy has no words of its own. */
export const missingText = ({ localized }: FaultFinding): string =>
  `the policy has no message for this${localized.length === 0 ? '' : ' in its default language'}`

/** What the application receives, as one line. */
export const receivedOf = ({ relyingParty }: FaultFinding): string | undefined =>
  relyingParty === undefined
    ? undefined
    : `${relyingParty.error}: ${relyingParty.error_description.split(/\r\nCorrelation ID: /, 1)[0] ?? ''}`

/** From where a profile is called. */
export const usesOf = (uses: ReadonlyArray<ProfileUse>): string => {
  if (uses.length === 0) return 'no journey calls it'
  const places = uses.map(({ journey, page, step }) =>
    page === undefined ? `step ${step} of ${journey}` : `the page of ${page} in step ${step} of ${journey}`
  )
  return `called by ${list.format([...new Set(places)])}`
}
