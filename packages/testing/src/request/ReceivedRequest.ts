/** A request that a service received, as tests, logs and snapshots may show it. */
import { formatValue, type Json, stringifyJson } from '@trustframe/claims'
import { masked } from '@trustframe/core'
import { maskPath } from '@trustframe/http'
import type { RestfulAuthentication } from '@trustframe/plan'
import type { ProfileCall } from './CallingProfile.ts'
import type { ServiceRequest } from './ServiceRequest.ts'

/** Names of members, fields and headers that say that their value is a credential. */
const credentialName = /(password|passwd|pwd|secret|token|assertion|api[-_]?key|functions-key)$/i

const credentialHeaders: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

const keyHeader = (authentication: RestfulAuthentication | undefined): string | undefined =>
  authentication?._tag === 'ApiKeyHeader' ? authentication.header.toLowerCase() : undefined

/** Wire names and values of the input claims that hold credentials. */
const secretsOf = (call: ProfileCall | undefined) => {
  const names = new Set<string>()
  const values = new Set<string>()
  for (const [index, { partnerName, secret }] of (call?.plan.inputClaims ?? []).entries()) {
    if (!secret) continue
    names.add(partnerName.toLowerCase())
    const value = call?.input[index]
    const text = value === undefined ? '' : formatValue(value)
    if (text !== '') for (const form of [text, encodeURIComponent(text)]) values.add(form)
  }
  return { names, hide: (text: string) => [...values].reduce((shown, value) => shown.replaceAll(value, masked), text) }
}

/** `Basic ***` and `Bearer ***`: how, but not who. */
const hideCredential = (value: string): string => {
  const scheme = /^(Basic|Bearer) /i.exec(value)?.[1]
  return scheme === undefined ? masked : `${scheme} ${masked}`
}

/** What arrived, with credentials masked; `reveal` has them for a test that is about them. */
export class ReceivedRequest {
  readonly technicalProfile: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The members of a JSON object or the fields of a form, or the text of any other body; `undefined` for none. */
  readonly body: Readonly<Record<string, Json>> | string | undefined
  readonly #request: ServiceRequest

  constructor(request: ServiceRequest, call: ProfileCall | undefined) {
    const { body, headers, method, technicalProfile, text, url } = request
    const { hide, names } = secretsOf(call)
    const key = keyHeader(call?.plan.authentication)
    const isSecret = (name: string) => names.has(name.toLowerCase()) || credentialName.test(name)
    const show = (name: string, value: Json): Json =>
      isSecret(name) ? masked : typeof value === 'string' ? hide(value) : value
    this.technicalProfile = technicalProfile
    this.method = method
    this.url = url.origin + hide(maskPath(url.pathname + url.search))
    this.headers = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        credentialHeaders.has(name) || name === key || isSecret(name) ? hideCredential(value) : hide(value)
      ])
    )
    this.body =
      text === ''
        ? undefined
        : body === undefined
          ? hide(text)
          : Object.fromEntries(Object.entries(body).map(([name, value]) => [name, show(name, value)]))
    this.#request = request
  }

  /** The request with its credentials. Keep it out of snapshots and logs. */
  reveal(): ServiceRequest {
    return this.#request
  }

  /** `POST https://api.contoso.com/p {"email":"ada@example.com"}`, with credentials masked. */
  toString(): string {
    const { body, method, url } = this
    const shown = body === undefined ? '' : ` ${typeof body === 'string' ? body : stringifyJson(body)}`
    return `${method} ${url}${shown}`
  }
}
