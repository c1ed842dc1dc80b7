/** Faults that happen before a request reaches a service: what a stub can do about them, and what not. */
import { type Fault, type FaultPlan, formatFault } from '@trustframe/testing'
import { StubFileProblem } from './StubFolder.ts'
import type { StubProfile } from './StubProfile.ts'

/** A fault that no service can make. */
export type BeforeRequest = Extract<Fault, { readonly kind: 'dns' | 'refused' | 'tls' | 'circuitOpen' | 'timeout' }>

/** Whether a fault happens before a request reaches the service. */
export const isBeforeRequest = (fault: Fault): fault is BeforeRequest =>
  ['dns', 'refused', 'tls', 'circuitOpen'].includes(fault.kind) ||
  (fault.kind === 'timeout' && fault.phase === 'connect')

/** What to do about such a fault in the file of a stub. */
export const notHere = (fault: Fault): string =>
  `"${formatFault(fault)}" happens before a request reaches a service; give it to the command, as --fault PROFILE=${formatFault(fault)}`

/** The faults that happen before a request, by host: they need a URL of their own. */
export const faultsBefore = (
  faults: FaultPlan,
  profiles: ReadonlyArray<StubProfile>
): ReadonlyMap<string, BeforeRequest> => {
  const found = new Map<string, BeforeRequest>()
  for (const { faults: asked, when } of faults) {
    const list = [asked].flat()
    const profile = profiles.find(({ plan }) => plan.id.toLowerCase() === when.technicalProfile?.toLowerCase())
    for (const fault of list) {
      if (!isBeforeRequest(fault)) continue
      if (profile === undefined || Array.isArray(asked) || fault.kind === 'circuitOpen') {
        throw new StubFileProblem(cannotMake(fault))
      }
      found.set(profile.host, fault)
    }
  }
  return found
}

const cannotMake = (fault: Fault): string =>
  fault.kind === 'circuitOpen'
    ? 'a circuit is opened by the one who calls, not by a service: let the service fail with 503 until it opens, or use "trustframe faults"'
    : `a stub can make "${formatFault(fault)}" for a technical profile and for every try: it happens before a request reaches the service`
