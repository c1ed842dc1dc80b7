/** Which requests are meant: by technical profile, method, host, path, query and body. */
import { isJsonObject, type Json, stringifyJson } from '@trustframe/claims'
import * as Schema from 'effect/Schema'
import type { ServiceRequest } from './ServiceRequest.ts'

const optional = Schema.optionalKey

/**
 * A pattern; what is left out matches everything. In `host` and `path` an asterisk stands for any text; in `path` `:name`
 * stands for one segment, which the service finds in `params`. `query` and `body` name members that must be there with
 * exactly these values, among others.
 */
export const RequestPattern = Schema.Struct({
  /** Its id, ignoring case. */
  technicalProfile: optional(Schema.String),
  method: optional(Schema.Literals(['GET', 'POST'])),
  host: optional(Schema.String),
  path: optional(Schema.String),
  query: optional(Schema.Record(Schema.String, Schema.String)),
  body: optional(Schema.Record(Schema.String, Schema.Json))
})
export type RequestPattern = typeof RequestPattern.Type

const requestForm = /^(?:(GET|POST|\*)\s+)?(?:(?:https?|\*):\/\/([^/?#\s]+))?(\/[^?#\s]*)?(?:\?([^#\s]*))?$/i

/**
 * The pattern that a text stands for: `GET https://api.contoso.com/profile/:id`, `POST /token`, `https://api.contoso.com`,
 * or else the id of a technical profile.
 */
export const parseRequestPattern = (text: string): RequestPattern => {
  const trimmed = text.trim()
  const [, method, host, path, query] = /[\s/]/.test(trimmed) ? (requestForm.exec(trimmed) ?? []) : []
  if (method === undefined && host === undefined && path === undefined) return { technicalProfile: trimmed }
  const verb = method?.toUpperCase()
  return {
    ...(verb === 'GET' || verb === 'POST' ? { method: verb } : {}),
    ...(host === undefined ? {} : { host }),
    ...(path === undefined ? {} : { path }),
    ...(query === undefined ? {} : { query: Object.fromEntries(new URLSearchParams(query)) })
  }
}

/** A pattern as people read it. */
export const formatRequestPattern = ({ body, host, method, path, query, technicalProfile }: RequestPattern): string => {
  const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`
  const url = `${host === undefined ? '' : `https://${host}`}${path ?? (host === undefined ? '' : '/*')}${search}`
  const request = url === '' ? (method ?? '') : `${method ?? '*'} ${url}`
  const members = body === undefined ? '' : `with ${Object.keys(body).join(', ')}`
  return [technicalProfile ?? '', request, members].filter((part) => part !== '').join(' ')
}

const escape = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)

const hostMatcher = (pattern: string): RegExp => new RegExp(`^${escape(pattern).replaceAll('*', '.*')}$`, 'i')

const pathMatcher = (pattern: string) => {
  const names: Array<string> = []
  const source = escape(pattern)
    .replaceAll('*', '.*')
    .replaceAll(/(?<=\/):([A-Za-z_]\w*)/g, (_, name: string) => {
      names.push(name)
      return '([^/]+)'
    })
  return { names, expression: new RegExp(`^${source}$`) }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const equal = (expected: Json, found: Json | undefined): boolean => {
  if (isJsonObject(expected)) {
    return isJsonObject(found) && Object.entries(expected).every(([name, value]) => equal(value, found[name]))
  }
  return found !== undefined && stringifyJson(expected) === stringifyJson(found)
}

/** What the `:names` of the pattern stand for, or `undefined` for a request that does not match. */
export type RequestMatcher = (
  request: ServiceRequest,
  /** Hosts that the request is meant for beside that of its URL: the one of the `ServiceUrl`. */
  alsoFor?: ReadonlyArray<string>
) => Readonly<Record<string, string>> | undefined

/** Compiles a pattern. */
export const matcherOf = (pattern: RequestPattern): RequestMatcher => {
  const profile = pattern.technicalProfile?.toLowerCase()
  const host = pattern.host === undefined ? undefined : hostMatcher(pattern.host)
  const path = pattern.path === undefined ? undefined : pathMatcher(pattern.path)
  const query = Object.entries(pattern.query ?? {})
  const body = Object.entries(pattern.body ?? {})

  return (request, alsoFor = []) => {
    const { method, technicalProfile, url } = request
    if (profile !== undefined && profile !== technicalProfile.toLowerCase()) return undefined
    if (pattern.method !== undefined && pattern.method !== method) return undefined
    if (host !== undefined && ![url.host, url.hostname, ...alsoFor].some((name) => host.test(name))) return undefined
    const parts = path === undefined ? [] : path.expression.exec(url.pathname)
    if (parts === null) return undefined
    if (!query.every(([name, value]) => url.searchParams.getAll(name).includes(value))) return undefined
    if (!body.every(([name, value]) => equal(value, request.body?.[name]))) return undefined
    return Object.fromEntries((path?.names ?? []).map((name, index) => [name, decoded(parts[index + 1] ?? '')]))
  }
}
