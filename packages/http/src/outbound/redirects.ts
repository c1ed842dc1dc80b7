/** What a redirect asks for, when redirects are followed at all (RFC 9110, section 15.4). */
import { headerOf, type TransportResponse } from '../transport/Transport.ts'
import type { HeaderPair } from '../request/headers.ts'

/** The part of a request that a redirect changes. */
export interface Hop {
  readonly method: 'GET' | 'POST'
  readonly origin: string
  readonly path: string
  readonly headers: ReadonlyArray<HeaderPair>
  readonly body: string | undefined
  /** The certificate of the first request may be presented. */
  readonly credentials: boolean
}

/** Headers that say nothing about the caller and may go to another origin. */
const harmless: ReadonlySet<string> = new Set(['accept', 'user-agent'])

/**
 * The request that follows a redirect, or `undefined` when it must not be followed: 303, and 301 and 302 of a POST, become
 * a GET without a body; 307 and 308 repeat the request. Another origin gets no body and no header but `Accept` and
 * `User-Agent`: neither credentials nor claims leave the origin that the policy names, nor does a redirect leave TLS.
 */
export const nextHop = (hop: Hop, response: TransportResponse): Hop | undefined => {
  const location = headerOf(response.headers, 'location')
  if (![301, 302, 303, 307, 308].includes(response.status) || location === undefined) return undefined
  const base = hop.origin + hop.path
  if (!URL.canParse(location, base)) return undefined
  const url = new URL(location, base)
  const leavesTls = hop.origin.startsWith('https:') && url.protocol !== 'https:'
  if (!/^https?:$/.test(url.protocol) || leavesTls) return undefined

  const repeats = response.status === 307 || response.status === 308
  const sameOrigin = url.origin === hop.origin
  if (!sameOrigin && repeats && hop.body !== undefined) return undefined
  const asGet = !repeats && hop.method === 'POST'
  return {
    method: asGet ? 'GET' : hop.method,
    origin: url.origin,
    path: url.pathname + url.search,
    headers: hop.headers.filter(([name]) => {
      const key = name.toLowerCase()
      return sameOrigin ? !(asGet && key === 'content-type') : harmless.has(key)
    }),
    body: asGet ? undefined : hop.body,
    credentials: hop.credentials && sameOrigin
  }
}
