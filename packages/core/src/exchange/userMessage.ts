/** The one place where a failure becomes the text that a person reads. */
import type { Located, RestfulMessageKey, RestfulPlan } from '@trustframe/plan/plan'
import { builtInError } from './builtInError.ts'
import type { ExchangeFailure } from './ExchangeFailure.ts'

/** Who wrote the text: the page's language resources, the profile's metadata, the service, or B2C itself. */
export type MessageSource = 'localization' | 'metadata' | 'service' | 'built-in'

/** A text for a person, and where it comes from. */
export interface UserMessage {
  readonly text: string
  /** The message's id, such as `UserMessageIfRequestTimeout`; `userMessage` when the service wrote it. */
  readonly key: string
  readonly source: MessageSource
  /** Where the policy says so. */
  readonly origin: Located['origin'] | undefined
}

/** Finds a localised text by its string id (`ElementType="ErrorMessage"`). */
export type Localize = (stringId: string) => Located | undefined

/** No page, no language resources. */
export const notLocalized: Localize = () => undefined

/** Replaces `{0}`, `{1}`, … and leaves what has no argument. */
export const fillIn = (text: string, values: ReadonlyArray<string>): string =>
  text.replaceAll(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole)

const fallbackKey = 'DefaultUserMessageIfRequestFailed' satisfies RestfulMessageKey

/** B2C's own words. Source: localization-string-ids. */
const builtIn: { readonly [Key in RestfulMessageKey]: string } = {
  DefaultUserMessageIfRequestFailed:
    'Failed to establish connection to restful service end point. Restful service URL: {0}',
  UserMessageIfCircuitOpen: '{0} Restful Service URL: {1}',
  UserMessageIfDnsResolutionFailed:
    'Failed to resolve the hostname of the restful service endpoint. Restful service URL: {0}',
  UserMessageIfRequestTimeout:
    'Failed to establish connection to restful service end point within timeout limit {0} seconds. Restful service URL: {1}'
}

/** The message id of a failure, and the arguments of its text. */
const messageOf = (
  failure: ExchangeFailure,
  url: string
): { readonly key: RestfulMessageKey; readonly values: ReadonlyArray<string> } => {
  switch (failure._tag) {
    case 'DnsResolutionFailed':
      return { key: 'UserMessageIfDnsResolutionFailed', values: [url] }
    case 'RequestTimeout':
      return { key: 'UserMessageIfRequestTimeout', values: [String(failure.afterMillis / 1000), url] }
    case 'CircuitOpen':
      return { key: 'UserMessageIfCircuitOpen', values: ['The service is not available at the moment.', url] }
    default:
      return { key: fallbackKey, values: [url] }
  }
}

/** The service's message; with `DebugMode` its details follow, a line each. */
const serviceWords = (plan: RestfulPlan, failure: Extract<ExchangeFailure, { _tag: 'ServiceRejected' }>): string =>
  plan.debugMode
    ? [failure.userMessage, failure.developerMessage, failure.code, failure.requestId, failure.moreInfo]
        .filter((line) => line !== undefined && line !== '')
        .join('\n')
    : failure.userMessage

/**
 * What a person reads when a call of a RESTful technical profile fails: the localised text of the specific message, its
 * metadata, the localised text or metadata of `DefaultUserMessageIfRequestFailed`, and at last B2C's own words; a refusal
 * by the error contract brings its own. `step` is the order of the step that makes the call or shows the page.
 *
 * Sources: restful-technical-profile (metadata), localization-string-ids (default texts), restful error contract.
 */
export const userMessage = (
  plan: RestfulPlan,
  failure: ExchangeFailure,
  step: string,
  localize: Localize = notLocalized
): UserMessage => {
  if (failure._tag === 'ServiceRejected') {
    return { text: serviceWords(plan, failure), key: 'userMessage', source: 'service', origin: undefined }
  }
  const { key, values } = messageOf(failure, plan.serviceUrl.template)
  const candidates: ReadonlyArray<RestfulMessageKey> = key === fallbackKey ? [key] : [key, fallbackKey]
  for (const candidate of candidates) {
    const localized = localize(candidate)
    const found = localized ?? plan.messages[candidate]
    if (found !== undefined) {
      return {
        text: fillIn(found.value, candidate === key ? values : [plan.serviceUrl.template]),
        key: candidate,
        source: localized === undefined ? 'metadata' : 'localization',
        origin: found.origin
      }
    }
  }
  const own = builtInError(plan, failure, step)
  return {
    text: own?.text ?? fillIn(builtIn[key], values),
    key: own?.code ?? key,
    source: 'built-in',
    origin: undefined
  }
}
