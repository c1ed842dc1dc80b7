/** The report for machines: a JSON array with an object for each fault of each technical profile. */
import type { Json, JsonObject } from '@trustframe/claims'
import type { FaultFinding } from '@trustframe/testing'
import { leaksAtAll } from './chooseFaults.ts'
import type { SetReport } from './setReport.ts'

const entry = (finding: FaultFinding): JsonObject => {
  const { attempts, fault, message, relyingParty, tag, technicalProfile } = finding
  return {
    technicalProfile,
    fault: fault.name,
    tag: tag ?? null,
    attempts,
    userMessage: message?.text ?? null,
    messageKey: message?.key ?? null,
    source: message?.origin === undefined ? null : { file: message.origin.file, line: message.origin.line },
    leaks: leaksAtAll(finding),
    relyingParty:
      relyingParty === undefined
        ? null
        : { error: relyingParty.error, error_description: relyingParty.error_description }
  }
}

/** The array that `docs/reference/faults.md` describes. */
export const faultsDocument = ({ profiles }: SetReport): Json => profiles.flatMap(({ findings }) => findings.map(entry))
