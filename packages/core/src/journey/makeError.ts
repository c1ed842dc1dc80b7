/** Makes the errors that end a journey, or that a page shows. */
import { type Aadb2cCode, aadb2cMessage, type Origin } from '@trustframe/plan/plan'
import type { UserMessage } from '../exchange/findMessage.ts'
import type { JourneyError, JourneyErrorTag, RelyingPartyError } from './JourneyError.ts'
import { engineError, errorDescription } from './relyingPartyError.ts'
import type { Run } from './Run.ts'

/** What an error is made of; what is left out is none. */
export interface ErrorParts {
  readonly tag: JourneyErrorTag
  readonly description: string
  readonly origin: Origin
  readonly technicalProfile: string | undefined
  readonly userMessage?: UserMessage | undefined
  readonly attempts?: number
}

const complete = (run: Run, parts: ErrorParts, code: string, relyingParty: RelyingPartyError): JourneyError => ({
  tag: parts.tag,
  code,
  description: parts.description,
  userMessage: parts.userMessage,
  technicalProfile: parts.technicalProfile,
  step: run.order,
  attempts: parts.attempts ?? 0,
  origin: parts.origin,
  relyingParty
})

/** An error for which B2C has no code: to the relying party, an exception. */
export const plainError = (run: Run, parts: ErrorParts): JourneyError =>
  complete(run, parts, 'AADB2C', engineError(run.context, run.moment.epochMillis))

/** An error with a code and its own words. */
export const textError = (
  run: Run,
  parts: ErrorParts,
  code: string,
  text: string,
  error: RelyingPartyError['error'] = 'server_error'
): JourneyError =>
  complete(run, parts, code, {
    error,
    error_description: errorDescription(code, text, run.context, run.moment.epochMillis)
  })

/** An error with one of B2C's codes, and the words that go with it. */
export const codedError = (
  run: Run,
  parts: ErrorParts,
  code: Aadb2cCode,
  values: ReadonlyArray<string> = [],
  error: RelyingPartyError['error'] = 'server_error'
): JourneyError => textError(run, parts, code, aadb2cMessage(code, ...values), error)
