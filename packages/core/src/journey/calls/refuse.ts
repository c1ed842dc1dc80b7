/** Refusals of a call: a message for the person, and a code for the application. */
import { type Aadb2cCode, aadb2cMessage, type ProfileCall } from '@trustframe/plan/plan'
import type { UserMessage } from '../../exchange/findMessage.ts'
import type { JourneyErrorTag, RelyingPartyError } from '../JourneyError.ts'
import { codedError, textError } from '../makeError.ts'
import { say } from '../messages.ts'
import { type Calling, type CallProgress, failed } from './CallRunner.ts'

/** Why a call is refused. */
export interface Refusal {
  readonly tag: JourneyErrorTag
  /** One sentence for the developer. */
  readonly description: string
  /** The ids of the message, from the specific to the general, ignoring those that the policy does not set. */
  readonly messages: ReadonlyArray<string>
  /** What `{0}`, `{1}`, … of the message stand for. */
  readonly values?: ReadonlyArray<string>
  /** B2C's words where neither the policy nor the handler's contract has any; else those of the code. */
  readonly text?: string
  readonly code: Aadb2cCode
  readonly codeValues?: ReadonlyArray<string>
  readonly error?: RelyingPartyError['error']
}

/** Refuses, in the words that the policy has for it. */
export const refuse = ({ profile, run }: Calling<ProfileCall>, refusal: Refusal): CallProgress => {
  const { code, codeValues = [], description, error, messages, tag, values = [] } = refusal
  const userMessage = say(
    run,
    profile,
    messages.map((key) => ({ key, values })),
    refusal.text ?? aadb2cMessage(code, ...codeValues),
    code
  )
  const parts = { tag, description, userMessage, origin: profile.origin, technicalProfile: profile.id }
  return failed(codedError(run, parts, code, codeValues, error))
}

/** Refuses with a code whose reason is what the person reads, as B2C reports failed verifications. */
export const refuseWithReason = (
  { profile, run }: Calling<ProfileCall>,
  refusal: Omit<Refusal, 'codeValues'>
): CallProgress => {
  const { code, description, messages, tag, text = '', values = [] } = refusal
  const userMessage: UserMessage = say(
    run,
    profile,
    messages.map((key) => ({ key, values })),
    text
  )
  const parts = { tag, description, userMessage, origin: profile.origin, technicalProfile: profile.id }
  return failed(textError(run, parts, code, aadb2cMessage(code, userMessage.text)))
}
