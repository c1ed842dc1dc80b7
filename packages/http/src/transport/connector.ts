/** Opens connections for undici: TLS 1.2 or newer, happy eyeballs, and no address that must not be reached. */
import { lookup as lookupAddress, type LookupAddress } from 'node:dns'
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext } from 'node:tls'
import type { RequestPhase } from '@trustframe/core/exchange'
import type { buildConnector } from 'undici'
import { isRefused, type AddressRule } from '../outbound/addresses.ts'

/** Why no connection was made: the phase it was in and what caused it. */
export class ConnectError extends Error {
  readonly code = 'CONNECT_FAILED'
  readonly phase: RequestPhase
  /** The host's addresses are ones that must not be reached. */
  readonly refused: boolean

  constructor(phase: RequestPhase, cause: unknown, refused: boolean) {
    super(`no connection while in phase "${phase}"`, { cause })
    this.phase = phase
    this.refused = refused
  }
}

/** Resolves a host name to all of its addresses, as `lookup` of `node:dns` does. */
export type ResolveHost = (
  hostname: string,
  options: { readonly all: true },
  done: (error: Error | null, addresses: ReadonlyArray<LookupAddress>) => void
) => void

/** The request that a connection is opened for. */
export interface ConnectionOwner {
  /** Follows the connection until it is open. */
  readonly onPhase: (phase: RequestPhase) => void
  /** Hands over what gives the connection up, should nobody need it any more before it is open. */
  readonly onOpening: (giveUp: () => void) => void
}

/** What the connections of one agent have in common. */
export interface ConnectorOptions {
  /** Default: the system's resolver. */
  readonly resolve: ResolveHost | undefined
  readonly secureContext: SecureContext
  readonly refuse: AddressRule
  /** Read when a connection is opened, in milliseconds. */
  readonly connectTimeoutMillis: () => number
  /** The request that is being dispatched; a connection that is opened meanwhile is its own. */
  readonly owner: () => ConnectionOwner | undefined
}

class AddressesRefused extends Error {}

/** Resolves a name and leaves out the addresses that must not be reached: the check is made on what is connected to. */
const guardedLookup =
  (refuse: AddressRule, resolve: ResolveHost, onResolved: () => void): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '')
      onResolved()
      const allowed = addresses.filter(({ address }) => !isRefused(refuse, address))
      const [first] = allowed
      if (first === undefined) return callback(new AddressesRefused(), '')
      return options.all === true ? callback(null, [...allowed]) : callback(null, first.address, first.family)
    })
  }

/** TLS sessions by server, so that a new connection resumes an old one; the oldest makes room. */
const makeSessions = (capacity: number) => {
  const sessions = new Map<string, Buffer>()
  return {
    get: (server: string) => sessions.get(server),
    set: (server: string, session: Buffer) => {
      sessions.delete(server)
      const [oldest] = sessions.size >= capacity ? sessions.keys() : []
      if (oldest !== undefined) sessions.delete(oldest)
      sessions.set(server, session)
    }
  }
}

/** A connector for undici's agents. */
export const makeConnector = (options: ConnectorOptions): buildConnector.connector => {
  const { connectTimeoutMillis, owner, refuse, resolve, secureContext } = options
  const sessions = makeSessions(100)

  const open = (
    protocol: string,
    hostname: string,
    port: number,
    servername: string,
    onResolved: () => void
  ): Socket => {
    const lookup = guardedLookup(refuse, resolve ?? lookupAddress, onResolved)
    const address = { host: hostname, port, lookup, autoSelectFamily: true, keepAlive: true, noDelay: true }
    if (protocol !== 'https:') return connectTcp(address)
    const session = sessions.get(`${servername}:${port}`)
    const socket = connectTls({
      ...address,
      secureContext,
      ALPNProtocols: ['http/1.1'],
      // A host that is an address has no server name to ask for (RFC 6066, section 3).
      ...(isIP(servername) === 0 ? { servername } : {}),
      ...(session === undefined ? {} : { session })
    })
    return socket.on('session', (fresh) => sessions.set(`${servername}:${port}`, fresh))
  }

  return ({ hostname, port, protocol, servername }, callback) => {
    const request = owner()
    let phase: RequestPhase = isIP(hostname) === 0 ? 'resolve' : 'connect'
    const enter = (next: RequestPhase) => {
      phase = next
      request?.onPhase(next)
    }
    enter(phase)
    if (isRefused(refuse, hostname)) {
      queueMicrotask(() => callback(new ConnectError(phase, undefined, true), null))
      return
    }
    const isTls = protocol === 'https:'
    const actualPort = port === '' ? (isTls ? 443 : 80) : Number(port)
    const socket = open(protocol, hostname, actualPort, servername ?? hostname, () => enter('connect'))
    const onError = (error: Error) => {
      callback(new ConnectError(phase, error, error instanceof AddressesRefused), null)
    }
    const onTimeout = () => socket.destroy(Object.assign(new Error('connect timeout'), { code: 'ETIMEDOUT' }))
    socket.setTimeout(connectTimeoutMillis(), onTimeout)
    request?.onOpening(() => socket.destroy(new Error('nobody waits for the connection')))
    socket
      .once('connect', () => enter(isTls ? 'tls' : 'connect'))
      .once('error', onError)
      .once(isTls ? 'secureConnect' : 'connect', () => {
        socket.setTimeout(0).off('timeout', onTimeout).off('error', onError)
        callback(null, socket)
      })
  }
}
