/** What the codes of Node, OpenSSL and undici mean for an exchange. */
import {
  ConnectionFailed,
  DnsResolutionFailed,
  RequestTimeout,
  type ExchangeFailure,
  type RequestPhase
} from '@trustframe/core/exchange'

const resolveCode = /^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|ENONAME)$/
const timeoutCode = /^(ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/
const tlsCode =
  /^(ERR_SSL_|ERR_TLS_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|PATH_LENGTH|ERROR_IN_C|EPROTO$)/

/** The code of an error, or of what caused it; empty when there is none. */
export const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  if ('errors' in error && Array.isArray(error.errors)) {
    for (const inner of error.errors) {
      const code = codeOf(inner)
      if (code !== '') return code
    }
  }
  return 'cause' in error ? codeOf(error.cause) : ''
}

/** Where a request was when it failed. */
export interface Progress {
  readonly host: string
  readonly phase: RequestPhase
  /** The request may have reached the service. */
  readonly sent: boolean
  readonly elapsedMillis: number
}

/** The failure that an error of the network, of TLS or of the HTTP parser stands for. */
export const failureOf = (error: unknown, { elapsedMillis, host, phase, sent }: Progress): ExchangeFailure => {
  const code = codeOf(error)
  if (!sent && resolveCode.test(code)) return DnsResolutionFailed.make({ host, code })
  if (timeoutCode.test(code)) return RequestTimeout.make({ host, phase, afterMillis: Math.round(elapsedMillis) })
  return ConnectionFailed.make({ host, phase: !sent && tlsCode.test(code) ? 'tls' : phase, code, sent })
}
