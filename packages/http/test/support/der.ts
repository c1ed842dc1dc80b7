/** As much of DER (X.690) as certificates and PKCS#12 files need. */

const lengthOf = (length: number): Buffer => {
  if (length < 128) return Buffer.of(length)
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes])
}

/** An element with that tag. */
export const element = (tag: number, ...contents: ReadonlyArray<Uint8Array>): Buffer => {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

export const sequence = (...items: ReadonlyArray<Uint8Array>): Buffer => element(0x30, ...items)
export const set = (...items: ReadonlyArray<Uint8Array>): Buffer => element(0x31, ...items)
export const octets = (bytes: Uint8Array): Buffer => element(0x04, bytes)
export const bits = (bytes: Uint8Array): Buffer => element(0x03, Buffer.of(0), bytes)
export const boolean = (value: boolean): Buffer => element(0x01, Buffer.of(value ? 0xff : 0))
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text))
export const nothing = element(0x05)

/** `[n]`, constructed. */
export const tagged = (number: number, ...items: ReadonlyArray<Uint8Array>): Buffer => element(0xa0 | number, ...items)

/** `[n]` in place of the tag of a primitive. */
export const implicit = (number: number, bytes: Uint8Array): Buffer => element(0x80 | number, bytes)

/** A non-negative integer. */
export const integer = (value: number | Buffer): Buffer => {
  const bytes =
    typeof value === 'number' ? Buffer.from(value.toString(16).padStart(value < 16 ? 2 : 8, '0'), 'hex') : value
  const start = bytes.findIndex((byte) => byte !== 0)
  const trimmed = start === -1 ? Buffer.of(0) : bytes.subarray(start)
  return element(0x02, (trimmed[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), trimmed]) : trimmed)
}

const base128 = (value: number): ReadonlyArray<number> => {
  const digits = [value & 127]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 127) | 128)
  return digits
}

/** An object identifier, as `1.2.840`. */
export const oid = (text: string): Buffer => {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** GeneralizedTime; RFC 5280 wants UTCTime before 2050, which OpenSSL does not insist on. */
export const time = (date: Date): Buffer =>
  element(0x18, Buffer.from(`${date.toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')}Z`))

export const pem = (label: string, der: Uint8Array): string => {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
