/** Reads policy keys from a file's text and from environment variables. */
import { type PolicyKey, secretKey } from '@trustframe/core'
import * as Redacted from 'effect/Redacted'
import * as Schema from 'effect/Schema'

/** Keys by `StorageReferenceId`, or why the text cannot be read. */
export type ReadKeys =
  | { readonly _tag: 'Keys'; readonly keys: Readonly<Record<string, PolicyKey>> }
  | { readonly _tag: 'Problem'; readonly message: string; readonly line: number }

const CertificateKey = Schema.Union([
  Schema.Struct({ pem: Schema.String, privateKey: Schema.String }),
  Schema.Struct({ pkcs12: Schema.String, passphrase: Schema.optionalKey(Schema.String) })
])

const JsonKeys = Schema.Record(Schema.String, Schema.Union([Schema.String, CertificateKey]))
const decodeJsonKeys = Schema.decodeUnknownResult(Schema.fromJsonString(JsonKeys))

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

const certificateKey = (key: typeof CertificateKey.Type): PolicyKey => ({
  _tag: 'Certificate',
  certificate:
    'pem' in key
      ? { _tag: 'Pem', certificate: key.pem, privateKey: Redacted.make(key.privateKey) }
      : {
          _tag: 'Pkcs12',
          bytes: Redacted.make(fromBase64(key.pkcs12)),
          passphrase: key.passphrase === undefined ? undefined : Redacted.make(key.passphrase)
        }
})

const readJson = (text: string): ReadKeys => {
  const decoded = decodeJsonKeys(text)
  if (decoded._tag === 'Failure') {
    // The parser's own message could quote the file, which holds secrets.
    return {
      _tag: 'Problem',
      line: 1,
      message: 'it is no JSON object of texts or certificates ({ "pem", "privateKey" } or { "pkcs12", "passphrase" })'
    }
  }
  return {
    _tag: 'Keys',
    keys: Object.fromEntries(
      Object.entries(decoded.success).map(([name, key]) => [
        name,
        typeof key === 'string' ? secretKey(key) : certificateKey(key)
      ])
    )
  }
}

const line = /^\s*(?:export\s+)?([A-Za-z0-9_.-]+)\s*=\s*(.*?)\s*$/

const unquote = (text: string): string => {
  const quoted = /^(["'])(.*)\1$/s.exec(text)
  if (quoted === null) return text
  const inner = quoted[2] ?? ''
  return quoted[1] === '"'
    ? inner.replaceAll(/\\([\\"n])/g, (_, character: string) => (character === 'n' ? '\n' : character))
    : inner
}

const readDotenv = (text: string): ReadKeys => {
  const keys: Record<string, PolicyKey> = {}
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(raw)) continue
    const [, name, value] = line.exec(raw) ?? []
    if (name === undefined || value === undefined) {
      return { _tag: 'Problem', line: index + 1, message: 'a line is neither NAME=value nor a comment' }
    }
    keys[name] = secretKey(unquote(value))
  }
  return { _tag: 'Keys', keys }
}

/**
 * Policy keys from a text: a JSON object (values are secrets, or certificates as `{ pem, privateKey }` or
 * `{ pkcs12, passphrase }`, the former as PEM and the latter in base64), or lines of `NAME=value`.
 */
export const readKeys = (text: string): ReadKeys => (/^\s*\{/.test(text) ? readJson(text) : readDotenv(text))

const variablePrefix = 'TRUSTFRAME_KEY_'

/** Keys that the environment gives as `TRUSTFRAME_KEY_<StorageReferenceId>`. */
export const keysFromEnvironment = (
  environment: Readonly<Record<string, string | undefined>>
): Readonly<Record<string, PolicyKey>> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(variablePrefix) && value !== undefined
        ? [[name.slice(variablePrefix.length), secretKey(value)]]
        : []
    )
  )
