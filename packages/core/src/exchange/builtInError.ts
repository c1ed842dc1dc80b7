/** What B2C itself says of a failed exchange: an AADB2C code and its sentence. */
import { type Aadb2cCode, aadb2cMessage, type RestfulPlan } from '@trustframe/plan/plan'
import type { ExchangeFailure } from './ExchangeFailure.ts'
import { reasonPhrase, statusName } from './statusNames.ts'

/** An error in B2C's words. */
export interface BuiltInError {
  readonly code: Aadb2cCode
  readonly text: string
}

/** The claims exchange returned an HTTP error: the code that covers most failures. */
export const httpError = (plan: RestfulPlan, step: string, name: string, reason: string): BuiltInError => ({
  code: 'AADB2C90075',
  text: aadb2cMessage('AADB2C90075', plan.id, step, name, reason)
})

/** The error of a failure that has one of its own; `undefined` where B2C only reports that the request failed. */
export const builtInError = (plan: RestfulPlan, failure: ExchangeFailure, step: string): BuiltInError | undefined => {
  switch (failure._tag) {
    case 'StatusRejected':
      return httpError(
        plan,
        step,
        statusName(failure.status),
        failure.reason === '' ? reasonPhrase(failure.status) : failure.reason
      )
    case 'ErrorResponseUnreadable':
      return { code: 'AADB2C90261', text: aadb2cMessage('AADB2C90261', plan.id, step) }
    case 'AnswerUnreadable':
    case 'ClaimUnreadable':
      return { code: 'AADB2C90273', text: aadb2cMessage('AADB2C90273', failure.detail) }
    case 'BearerTokenMissing':
      return failure.problem === 'absent'
        ? { code: 'AADB2C90194', text: aadb2cMessage('AADB2C90194', failure.claim, failure.available.join(', ')) }
        : { code: 'AADB2C90195', text: aadb2cMessage('AADB2C90195', failure.claim) }
    default:
      return undefined
  }
}
