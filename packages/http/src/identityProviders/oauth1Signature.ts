/** Signatures of OAuth 1 by HMAC-SHA1. Source: RFC 5849, sections 3.4 and 3.5.1. */
import * as Effect from 'effect/Effect'
import * as Base64 from 'effect/encoding/Base64'
import { encodeUrlValue } from '../request/encode.ts'

/** A parameter, decoded. */
export type Pair = readonly [name: string, value: string]

/** A request that is signed; `form` is the body, where it is a form. */
export interface SignedRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly form: ReadonlyArray<Pair>
  /** The `oauth_` parameters without the signature. */
  readonly oauth: ReadonlyArray<Pair>
}

/** The secrets that sign. */
export interface SigningSecrets {
  readonly consumerSecret: string
  /** Empty before there is a token. */
  readonly tokenSecret: string
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What is signed (RFC 5849, section 3.4.1). */
export const signatureBaseString = ({ form, method, oauth, url }: SignedRequest): string => {
  const { origin, pathname, searchParams } = new URL(url)
  const parameters = [...searchParams, ...form, ...oauth]
    .map(([name, value]): Pair => [encodeUrlValue(name), encodeUrlValue(value)])
    .toSorted(([a, first], [b, second]) => compare(a, b) || compare(first, second))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return [method, origin + pathname, parameters].map(encodeUrlValue).join('&')
}

/** `oauth_signature`. */
export const signatureOf = (
  request: SignedRequest,
  { consumerSecret, tokenSecret }: SigningSecrets
): Effect.Effect<string> =>
  Effect.promise(async () => {
    const utf8 = new TextEncoder()
    const secret = utf8.encode(`${encodeUrlValue(consumerSecret)}&${encodeUrlValue(tokenSecret)}`)
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])
    const signature = await crypto.subtle.sign('HMAC', key, utf8.encode(signatureBaseString(request)))
    return Base64.encode(new Uint8Array(signature))
  })

/** The value of the `Authorization` header (RFC 5849, section 3.5.1). */
export const authorizationHeader = (oauth: ReadonlyArray<Pair>, signature: string): string =>
  `OAuth ${[...oauth, ['oauth_signature', signature] as const]
    .map(([name, value]) => `${encodeUrlValue(name)}="${encodeUrlValue(value)}"`)
    .join(', ')}`
