/** Where requests may go, and where they go instead: host overrides, allow-list, plain HTTP, addresses. */
import { RequestInvalid } from '@trustframe/core/exchange'
import * as Result from 'effect/Result'
import { isLoopback, isRefused, type AddressRule } from './addresses.ts'

/** What a runtime says about the requests that leave it. */
export interface OutboundRules {
  /**
   * Host name, with a port when it is not the scheme's own → URL that is called instead, so that unchanged policies call
   * stubs: `{ 'login.microsoftonline.com': 'http://127.0.0.1:8080/token' }`. A path is put before the request's own. An
   * override is the runtime's own word: none of the other rules is asked about its target.
   */
  readonly hosts?: Readonly<Record<string, string>>
  /**
   * The only hosts that may be called: `api.contoso.com`, `*.contoso.com` for every name below it, each with an optional
   * scheme and port (`https://api.contoso.com:8443`). Without a list every host may be called.
   */
  readonly allow?: ReadonlyArray<string>
  /** Which addresses must not be reached, whatever name leads there. Default: `metadata`. */
  readonly refuse?: AddressRule
  /** Whether `http:` may be used: always, only to this machine, or never. Default: `loopback`. */
  readonly plainHttp?: 'always' | 'loopback' | 'never'
}

/** Where the requests for one origin go. */
export interface Route {
  readonly origin: string
  /** Put before the path of the request; empty, or starts with a slash and does not end with one. */
  readonly pathPrefix: string
  readonly refuse: AddressRule
  /** The route is a host override. */
  readonly overridden: boolean
}

const invalid = (detail: string) => Result.fail(RequestInvalid.make({ detail }))

/** The override of a host; one that names the port comes before one that does not. */
const overrideOf = (hosts: Readonly<Record<string, string>>, { host, hostname }: URL): string | undefined => {
  const find = (wanted: string) => Object.entries(hosts).find(([name]) => name.toLowerCase() === wanted)?.[1]
  return find(host) ?? find(hostname)
}

const overridden = (name: string, target: string): Result.Result<Route, typeof RequestInvalid.Type> => {
  const url = URL.canParse(target) ? new URL(target) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return invalid(`the host override of "${name}" is "${target}", which is not an http or https URL`)
  }
  return Result.succeed({
    origin: url.origin,
    pathPrefix: url.pathname.replace(/\/+$/, ''),
    refuse: 'none',
    overridden: true
  })
}

/** A host name as a URL writes it: lower case, international names in ASCII; empty when it is none. */
const normalized = (name: string): string =>
  URL.canParse(`https://${name}`) ? new URL(`https://${name}`).hostname : ''

/** Whether an origin is what an entry of the allow-list names. */
const matches = (entry: string, { hostname, port, protocol }: URL): boolean => {
  const [, scheme, name = '', allowedPort] =
    /^(?:(https?):\/\/)?(\[[^\]]*\]|[^:/]*)(?::(\d+))?\/?$/i.exec(entry.trim()) ?? []
  if (scheme !== undefined && `${scheme.toLowerCase()}:` !== protocol) return false
  const actualPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  if (allowedPort !== undefined && allowedPort !== actualPort) return false
  if (!name.startsWith('*.')) return hostname === normalized(name)
  const parent = normalized(name.slice(2))
  return parent !== '' && hostname.endsWith(`.${parent}`)
}

/** Where requests for an origin go, or why they must not be made. */
export const routeOf = (origin: string, rules: OutboundRules): Result.Result<Route, typeof RequestInvalid.Type> => {
  const url = new URL(origin)
  const { hostname, protocol } = url
  const override = overrideOf(rules.hosts ?? {}, url)
  if (override !== undefined) return overridden(hostname, override)

  if (rules.allow !== undefined && !rules.allow.some((entry) => matches(entry, url))) {
    return invalid(`"${url.host}" is not among the hosts that this runtime may call; add it to the allow-list`)
  }
  const plainHttp = rules.plainHttp ?? 'loopback'
  if (protocol === 'http:' && (plainHttp === 'never' || (plainHttp === 'loopback' && !isLoopback(hostname)))) {
    return invalid(
      plainHttp === 'never'
        ? `"${origin}" would be called without TLS; use https (AADB2C90256)`
        : `"${origin}" would be called without TLS, which this runtime allows for services on this machine only; use https, or allow plain HTTP (AADB2C90257)`
    )
  }
  const refuse = rules.refuse ?? 'metadata'
  return isRefused(refuse, hostname)
    ? invalid(`"${hostname}" is an address that this runtime must not call`)
    : Result.succeed({ origin: url.origin, pathPrefix: '', refuse, overridden: false })
}
