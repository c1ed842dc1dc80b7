/** The fault reports of a set of policies as one: a profile that several policies share is reported once. */
import type { Diagnostic } from '@trustframe/policy'
import type { FaultReport, ProfileReport } from '@trustframe/testing'

/** A profile's report, and the policies that it is true of. */
export interface SharedProfileReport extends ProfileReport {
  readonly policies: ReadonlyArray<string>
}

/** The report of a set of policies. */
export interface SetReport {
  readonly profiles: ReadonlyArray<SharedProfileReport>
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

const keyOf = ({ findings, notes, origin, serviceUrl, skipped, technicalProfile }: ProfileReport): string =>
  JSON.stringify([technicalProfile.toLowerCase(), origin, serviceUrl, findings, skipped, notes])

const placeOf = ({ code, message, span }: Diagnostic): string =>
  JSON.stringify([code, message, span.source.positionAt(span.start)])

/** Merges reports; what differs between policies stays apart. */
export const mergeReports = (reports: ReadonlyArray<FaultReport>): SetReport => {
  const profiles = new Map<string, SharedProfileReport>()
  const diagnostics = new Map<string, Diagnostic>()
  for (const report of reports) {
    for (const profile of report.profiles) {
      const key = keyOf(profile)
      const known = profiles.get(key)
      profiles.set(
        key,
        known === undefined
          ? { ...profile, policies: [report.policyId] }
          : { ...known, policies: [...known.policies, report.policyId] }
      )
    }
    for (const diagnostic of report.diagnostics) diagnostics.set(placeOf(diagnostic), diagnostic)
  }
  return { profiles: [...profiles.values()], diagnostics: [...diagnostics.values()] }
}
