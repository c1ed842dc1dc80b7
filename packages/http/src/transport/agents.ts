/** The undici agents of a transport: one for each way of connecting, made when it is first needed. */
import { hash } from 'node:crypto'
import { createSecureContext, getCACertificates, type SecureContext, type SecureContextOptions } from 'node:tls'
import type { ClientCertificate } from '@trustframe/core/ports'
import * as Redacted from 'effect/Redacted'
import * as Result from 'effect/Result'
import type * as Undici from 'undici'
import type { AddressRule } from '../outbound/addresses.ts'
import { type ConnectionOwner, makeConnector, type ResolveHost } from './connector.ts'

/** How connections are made. */
export interface AgentOptions {
  /** Certificates of authorities that are trusted beside those of Node, as PEM. */
  readonly ca?: ReadonlyArray<string>
  /** Oldest version of TLS that is spoken. Default: `TLSv1.2`, as B2C does. */
  readonly minTlsVersion?: 'TLSv1.2' | 'TLSv1.3'
  /** Largest total size of the headers of an answer, in bytes. Default: 16 KiB. */
  readonly maxHeaderBytes?: number
  /** Connections for each origin; further requests wait. Default: as many as there are requests under way. */
  readonly connections?: number
  /** Resolves host names. Default: the system's resolver. Proxies resolve by themselves. */
  readonly resolve?: ResolveHost
  /** How long an unused connection is kept, in milliseconds, unless the service says otherwise. Default: 4,000. */
  readonly keepAliveMillis?: number
}

/** A way of connecting. */
export interface Way {
  readonly refuse: AddressRule
  readonly proxy: string | undefined
  readonly certificate: ClientCertificate | undefined
}

/** How long a connection may take to open for requests without a time limit. */
const defaultConnectTimeoutMillis = 30_000

/** A connection outlives the request that it was opened for by this long, so that the request's own limit comes first. */
const graceMillis = 1000

/** Agents beyond this number make room: certificates are renewed, and each has an agent of its own. */
const capacity = 32

const keyMaterial = (certificate: ClientCertificate): SecureContextOptions => {
  if (certificate._tag === 'Pem') {
    return { cert: certificate.certificate, key: Redacted.value(certificate.privateKey) }
  }
  const { passphrase } = certificate
  return {
    pfx: Buffer.from(Redacted.value(certificate.bytes)),
    ...(passphrase === undefined ? {} : { passphrase: Redacted.value(passphrase) })
  }
}

const fingerprint = (certificate: ClientCertificate): string =>
  certificate._tag === 'Pem'
    ? hash('sha256', `${certificate.certificate}\0${Redacted.value(certificate.privateKey)}`)
    : hash('sha256', Redacted.value(certificate.bytes)) +
      hash('sha256', certificate.passphrase === undefined ? '' : Redacted.value(certificate.passphrase))

/** Makes and keeps agents. */
export class Agents {
  readonly #undici: typeof Undici
  readonly #options: AgentOptions
  readonly #agents = new Map<string, Undici.Dispatcher>()
  #owner: ConnectionOwner | undefined
  #connectTimeoutMillis = 0

  constructor(undici: typeof Undici, options: AgentOptions) {
    this.#undici = undici
    this.#options = options
  }

  /** Lets connections take a little longer than this request may, and than every one before it. */
  allow(timeLimitMillis: number | undefined): void {
    const millis = (timeLimitMillis ?? defaultConnectTimeoutMillis) + graceMillis
    if (millis > this.#connectTimeoutMillis) this.#connectTimeoutMillis = millis
  }

  /** The agent for a way of connecting; fails with a reason when its certificate cannot be used. */
  get({ certificate, proxy, refuse }: Way): Result.Result<Undici.Dispatcher, string> {
    const key = `${refuse} ${proxy ?? ''} ${certificate === undefined ? '' : fingerprint(certificate)}`
    const known = this.#agents.get(key)
    if (known !== undefined) return Result.succeed(known)
    const secureContext = this.#secureContext(certificate)
    if (Result.isFailure(secureContext)) return Result.fail(secureContext.failure)
    const agent = this.#open(refuse, proxy, certificate, secureContext.success)
    const [oldest] = this.#agents.size >= capacity ? this.#agents : []
    if (oldest !== undefined) {
      this.#agents.delete(oldest[0])
      void oldest[1].close()
    }
    this.#agents.set(key, agent)
    return Result.succeed(agent)
  }

  /** Dispatches a request; a connection that undici opens for it belongs to it. */
  dispatch(
    agent: Undici.Dispatcher,
    options: Undici.Dispatcher.DispatchOptions,
    request: Undici.Dispatcher.DispatchHandler & ConnectionOwner
  ): void {
    this.#owner = request
    agent.dispatch(options, request)
    this.#owner = undefined
  }

  /** Closes every connection, and the requests on them. */
  async destroy(): Promise<void> {
    const agents = [...this.#agents.values()]
    this.#agents.clear()
    await Promise.all(agents.map((agent) => agent.destroy()))
  }

  #tlsOptions(certificate: ClientCertificate | undefined): SecureContextOptions {
    const { ca, minTlsVersion = 'TLSv1.2' } = this.#options
    return {
      minVersion: minTlsVersion,
      ...(ca === undefined ? {} : { ca: [...getCACertificates('default'), ...ca] }),
      ...(certificate === undefined ? {} : keyMaterial(certificate))
    }
  }

  #secureContext(certificate: ClientCertificate | undefined): Result.Result<SecureContext, string> {
    try {
      return Result.succeed(createSecureContext(this.#tlsOptions(certificate)))
    } catch (error) {
      return Result.fail(error instanceof Error ? error.message : 'it cannot be read')
    }
  }

  #open(
    refuse: AddressRule,
    proxy: string | undefined,
    certificate: ClientCertificate | undefined,
    secureContext: SecureContext
  ): Undici.Dispatcher {
    const { connections, keepAliveMillis, maxHeaderBytes } = this.#options
    const common: Undici.Agent.Options = {
      allowH2: false,
      maxHeaderSize: maxHeaderBytes ?? 16 * 1024,
      ...(connections === undefined ? {} : { connections }),
      ...(keepAliveMillis === undefined ? {} : { keepAliveTimeout: keepAliveMillis })
    }
    if (proxy !== undefined) {
      const proxyTls = { ...this.#tlsOptions(undefined), allowH2: false }
      const requestTls = { ...this.#tlsOptions(certificate), allowH2: false }
      return new this.#undici.ProxyAgent({
        ...common,
        uri: proxy,
        proxyTls,
        requestTls,
        connectTimeout: defaultConnectTimeoutMillis
      })
    }
    return new this.#undici.Agent({
      ...common,
      connect: makeConnector({
        secureContext,
        resolve: this.#options.resolve,
        refuse,
        connectTimeoutMillis: () => this.#connectTimeoutMillis,
        owner: () => this.#owner
      })
    })
  }
}
