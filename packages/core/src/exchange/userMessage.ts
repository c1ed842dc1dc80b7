/** What a person reads when a call of a RESTful technical profile fails. */
import type { Located, RestfulMessageKey, RestfulPlan } from '@trustframe/plan/plan'
import { builtInError, type CallPlace } from './builtInError.ts'
import type { ExchangeFailure } from './ExchangeFailure.ts'
import {
  fillIn,
  findMessage,
  type Localize,
  type MessageSources,
  notLocalized,
  type UserMessage
} from './findMessage.ts'

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

const ownMessages = (plan: RestfulPlan): ReadonlyMap<string, Located> =>
  new Map(Object.entries(plan.messages).map(([key, text]) => [key.toLowerCase(), text]))

/** Where the messages of a RESTful profile are found. */
const sourcesOf = (plan: RestfulPlan, localize: Localize, callers: MessageSources['metadata']): MessageSources => ({
  localize,
  metadata: [ownMessages(plan), ...callers],
  defaults: []
})

/**
 * The localised text of the specific message, its metadata, the localised text or metadata of
 * `DefaultUserMessageIfRequestFailed`, and at last B2C's own words; a refusal by the error contract brings its own. `callers` are
 * the messages of the page that calls.
 *
 * Sources: restful-technical-profile (metadata), localization-string-ids (default texts), restful error contract.
 */
export const userMessage = (
  plan: RestfulPlan,
  failure: ExchangeFailure,
  place: CallPlace,
  localize: Localize = notLocalized,
  callers: MessageSources['metadata'] = []
): UserMessage => {
  if (failure._tag === 'ServiceRejected') {
    return {
      text: serviceWords(plan, failure),
      key: 'userMessage',
      source: 'service',
      origin: undefined,
      ...(failure.code === undefined ? {} : { code: failure.code })
    }
  }
  const { key, values } = messageOf(failure, plan.serviceUrl.template)
  const fallback = { key: fallbackKey, values: [plan.serviceUrl.template] }
  const found = findMessage(
    key === fallbackKey ? [fallback] : [{ key, values }, fallback],
    sourcesOf(plan, localize, callers)
  )
  if (found !== undefined) return found
  const own = builtInError(plan, failure, place)
  return {
    text: own?.text ?? fillIn(builtIn[key], values),
    key: own?.code ?? key,
    source: 'built-in',
    origin: undefined
  }
}
