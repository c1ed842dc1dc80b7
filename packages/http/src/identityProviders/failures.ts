/** Why an identity provider gave no claims, in the words of the port. */
import { describeFailure, type ExchangeFailure, reasonPhrase } from '@trustframe/core/exchange'
import type { ProviderFailure } from '@trustframe/core/ports'
import { masked, maskUrl } from '../request/mask.ts'

/** A failure; details hold no secrets. */
export const failed = (reason: ProviderFailure['reason'], detail: string, error?: string): ProviderFailure => ({
  _tag: 'ProviderFailed',
  reason,
  error,
  detail
})

/** An endpoint of a provider, as messages name it. */
export interface EndpointName {
  readonly name: string
  readonly url: string
}

const nameOf = ({ name, url }: EndpointName): string => `the ${name} ${maskUrl(url)}`

/** No answer. */
export const unreachable = (endpoint: EndpointName, failure: ExchangeFailure): ProviderFailure =>
  failed('Unreachable', `${nameOf(endpoint)} cannot be called: ${describeFailure(failure)}`)

/** An answer that is not what it must be. */
export const unreadable = (endpoint: EndpointName, detail: string): ProviderFailure =>
  failed('AnswerUnreadable', `${nameOf(endpoint)} ${detail}`)

/** `answered 404 Not Found`. */
export const answered = (status: number): string => `answered ${status} ${reasonPhrase(status)}`.trimEnd()

/** A status that says by itself what is wrong. */
export const rejectedBy = (
  reason: ProviderFailure['reason'],
  endpoint: EndpointName,
  status: number
): ProviderFailure => failed(reason, `${nameOf(endpoint)} ${answered(status)}`)

/** A profile lacks what it should have. */
export const missing = (profile: string, what: string): ProviderFailure =>
  failed('AnswerUnreadable', `TechnicalProfile "${profile}" has no ${what}`)

/** The longest text of a provider that is shown. */
const longest = 500

/** A text that a provider sent, with what it may have repeated of our secrets masked, in one line. */
export const withoutSecrets = (text: string, secrets: ReadonlyArray<string>): string =>
  secrets
    .filter((secret) => secret !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((shown, secret) => shown.replaceAll(secret, masked), text)
    .replaceAll(/\s+/g, ' ')
    .slice(0, longest)
