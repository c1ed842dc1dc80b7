/** Certificates for the tests, made anew in each run: an authority of our own, servers, clients, PKCS#12 files. */
import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'
import * as der from './der.ts'

export interface Certified {
  readonly certificate: Buffer
  /** PEM. */
  readonly cert: string
  /** PEM. */
  readonly key: string
  readonly privateKey: KeyObject
  readonly name: string
}

export interface CertificateOptions {
  readonly authority?: boolean
  /** Host names and addresses that the certificate is for. */
  readonly hosts?: ReadonlyArray<string>
  readonly expired?: boolean
}

const ecdsaWithSha256 = der.sequence(der.oid('1.2.840.10045.4.3.2'))

const nameOf = (commonName: string): Buffer =>
  der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.utf8(commonName))))

const addressBytes = (address: string): Buffer => {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number))
  if (address === '::1') return Buffer.concat([Buffer.alloc(15), Buffer.of(1)])
  throw new Error(`the tests make no certificates for ${address}`)
}

const extensions = ({ authority = false, hosts = [] }: CertificateOptions): Buffer => {
  const names = hosts.map((host) =>
    isIP(host) === 0 ? der.implicit(2, Buffer.from(host)) : der.implicit(7, addressBytes(host))
  )
  const constraints = der.sequence(
    der.oid('2.5.29.19'),
    der.boolean(true),
    der.octets(der.sequence(...(authority ? [der.boolean(true)] : [])))
  )
  const alternatives = der.sequence(der.oid('2.5.29.17'), der.octets(der.sequence(...names)))
  return der.tagged(3, der.sequence(constraints, ...(names.length === 0 ? [] : [alternatives])))
}

/** A certificate for `name`, signed by `issuer` or by itself. */
export const certify = (name: string, options: CertificateOptions = {}, issuer?: Certified): Certified => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const day = 86_400_000
  const now = Date.now()
  const until = options.expired === true ? now - day : now + day
  const body = der.sequence(
    der.tagged(0, der.integer(2)),
    der.integer(randomBytes(8)),
    ecdsaWithSha256,
    nameOf(issuer?.name ?? name),
    der.sequence(der.time(new Date(now - 2 * day)), der.time(new Date(until))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(options)
  )
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey)
  const certificate = der.sequence(body, ecdsaWithSha256, der.bits(signature))
  return {
    certificate,
    cert: der.pem('CERTIFICATE', certificate),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    privateKey,
    name
  }
}

const fill = (bytes: Buffer) => {
  const length = Math.ceil(bytes.length / 64) * 64
  return Buffer.concat(Array.from({ length: Math.ceil(length / bytes.length) }, () => bytes)).subarray(0, length)
}

/** The key that protects a PKCS#12 file against changes (RFC 7292, appendix B.2; one round gives all of SHA-256's 32 bytes). */
const macKey = (passphrase: string, salt: Buffer, iterations: number): Buffer => {
  const password = Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
  let key: Buffer = Buffer.concat([Buffer.alloc(64, 3), fill(salt), fill(password)])
  for (let round = 0; round < iterations; round++) key = createHash('sha256').update(key).digest()
  return key
}

const data = '1.2.840.113549.1.7.1'
const content = (bytes: Buffer) => der.sequence(der.oid(data), der.tagged(0, der.octets(bytes)))

const bag = (type: number, value: Buffer) =>
  der.sequence(der.sequence(der.oid(`1.2.840.113549.1.12.10.1.${type}`), der.tagged(0, value)))

/** A PKCS#12 file with the certificate and its key (RFC 7292). */
export const pkcs12 = ({ certificate, privateKey }: Certified, passphrase: string): Buffer => {
  const keyBag = privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase })
  const certBag = der.sequence(der.oid('1.2.840.113549.1.9.22.1'), der.tagged(0, der.octets(certificate)))
  const safe = der.sequence(content(bag(3, certBag)), content(bag(2, keyBag)))
  const salt = randomBytes(16)
  const iterations = 2048
  const mac = createHmac('sha256', macKey(passphrase, salt, iterations))
    .update(safe)
    .digest()
  const digest = der.sequence(der.sequence(der.oid('2.16.840.1.101.3.4.2.1'), der.nothing), der.octets(mac))
  return der.sequence(der.integer(3), content(safe), der.sequence(digest, der.octets(salt), der.integer(iterations)))
}
