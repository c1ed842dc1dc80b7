/** What B2C itself says of a failed exchange: an AADB2C code and its sentence. */
import { type Aadb2cCode, aadb2cMessage, type RestfulPlan } from '@trustframe/plan/plan'
import type { ExchangeFailure } from './ExchangeFailure.ts'
import { reasonPhrase, statusName } from './statusNames.ts'

/** An error in B2C's words. */
export interface BuiltInError {
  readonly code: Aadb2cCode
  readonly text: string
}

/** Where a call is made, as errors name it. */
export interface CallPlace {
  /** The order of the step that makes the call, or shows the page that does. */
  readonly step: string
  /** The tenant of the policy, such as `contoso.onmicrosoft.com`. */
  readonly tenantId: string
}

const built = (code: Aadb2cCode, ...values: ReadonlyArray<string>): BuiltInError => ({
  code,
  text: aadb2cMessage(code, ...values)
})

/** The claims exchange returned an HTTP error: the code that covers most failures. */
export const httpError = ({ id }: RestfulPlan, { step }: CallPlace, name: string, reason: string): BuiltInError =>
  built('AADB2C90075', id, step, name, reason)

/**
 * A 401 to a profile that proved who it is. "Basic" stands for every credential in a header: B2C says it of bearer tokens and API
 * keys too. Sources: error-codes; azure-ad-b2c/samples 195, azure-docs 67637 and 48001.
 */
const unauthorized = ({ authentication, id }: RestfulPlan, status: number): BuiltInError | undefined => {
  if (status !== 401 || authentication._tag === 'None') return undefined
  return built(authentication._tag === 'ClientCertificate' ? 'AADB2C90028' : 'AADB2C90027', id)
}

const keyError = (
  { authentication, id }: RestfulPlan,
  { detail, problem, storageReferenceId }: Extract<ExchangeFailure, { _tag: 'KeyUnavailable' }>,
  { tenantId }: CallPlace
): BuiltInError | undefined => {
  switch (problem) {
    case 'absent':
      return built('AADB2C90073', storageReferenceId, tenantId)
    case 'unusable':
      return authentication._tag === 'ClientCertificate'
        ? built('AADB2C90028', id)
        : built('AADB2C90019', storageReferenceId, tenantId, detail)
    case 'unanswered':
      return undefined
  }
}

/** The error of a failure that has one of its own; `undefined` where B2C only reports that the request failed. */
export const builtInError = (
  plan: RestfulPlan,
  failure: ExchangeFailure,
  place: CallPlace
): BuiltInError | undefined => {
  switch (failure._tag) {
    case 'StatusRejected': {
      const { reason, status } = failure
      return (
        unauthorized(plan, status) ??
        httpError(plan, place, statusName(status), reason === '' ? reasonPhrase(status) : reason)
      )
    }
    case 'ErrorResponseUnreadable':
      return unauthorized(plan, failure.status) ?? built('AADB2C90261', plan.id, place.step)
    case 'AnswerUnreadable':
    case 'ClaimUnreadable':
      return built('AADB2C90273', failure.detail)
    case 'BearerTokenMissing':
      return failure.problem === 'absent'
        ? built('AADB2C90194', failure.claim, failure.available.join(', '))
        : built('AADB2C90195', failure.claim)
    case 'KeyUnavailable':
      return keyError(plan, failure, place)
    default:
      return undefined
  }
}
