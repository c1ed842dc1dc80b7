/** Which proxy a request goes through. */
import { isLoopback } from './addresses.ts'

/** Proxies by the scheme of the request. */
export interface ProxySettings {
  /** For `http:` requests. */
  readonly http?: string
  /** For `https:` requests, which are tunnelled. */
  readonly https?: string
  /** Hosts that are called directly: `localhost`, `.contoso.com`, `*.contoso.com`, `10.1.2.3:8080`, or `*` for all. */
  readonly bypass?: ReadonlyArray<string>
}

const bypasses = (entry: string, { hostname, port, protocol }: URL): boolean => {
  const [, name = '', entryPort] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry.trim().toLowerCase()) ?? []
  if (name === '*') return true
  const actualPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  if (name === '' || (entryPort !== undefined && entryPort !== actualPort)) return false
  const suffix = name.replace(/^\*?\./, '')
  return hostname === suffix || hostname.endsWith(`.${suffix}`)
}

/** The proxy for an origin; `undefined` when it is called directly, as this machine always is. */
export const proxyFor = (origin: string, settings: ProxySettings): string | undefined => {
  const url = new URL(origin)
  const proxy = url.protocol === 'https:' ? settings.https : settings.http
  if (proxy === undefined || isLoopback(url.hostname)) return undefined
  return (settings.bypass ?? []).some((entry) => bypasses(entry, url)) ? undefined : proxy
}

const first = (...values: ReadonlyArray<string | undefined>): string | undefined =>
  values.find((value) => value !== undefined && value.trim() !== '')

/**
 * The proxies that an environment asks for by `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, in lower case or
 * upper case, as curl reads them; the upper case `HTTP_PROXY` is ignored where a web server could have made it of a
 * request header (`REQUEST_METHOD` is set).
 */
export const proxiesFromEnvironment = (environment: Readonly<Record<string, string | undefined>>): ProxySettings => {
  const all = first(environment['all_proxy'], environment['ALL_PROXY'])
  const isCgi = environment['REQUEST_METHOD'] !== undefined
  const http = first(environment['http_proxy'], isCgi ? undefined : environment['HTTP_PROXY'], all)
  const https = first(environment['https_proxy'], environment['HTTPS_PROXY'], all)
  const bypass = first(environment['no_proxy'], environment['NO_PROXY'])
  return {
    ...(http === undefined ? {} : { http }),
    ...(https === undefined ? {} : { https }),
    ...(bypass === undefined ? {} : { bypass: bypass.split(/[\s,]+/).filter((entry) => entry !== '') })
  }
}
