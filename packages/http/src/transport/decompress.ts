/** Takes `Content-Encoding` off a body, within a size limit. */
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress, type ZlibOptions } from 'node:zlib'
import * as Effect from 'effect/Effect'

/** A body, or why there is none. */
export interface Decoded {
  readonly body: Uint8Array
  readonly problem: string | undefined
}

const empty = new Uint8Array(0)

/** Why a body is not read any further. */
export const tooLarge = (maxBytes: number): string => `the body is larger than ${maxBytes} bytes`

type Decoder = (
  bytes: Uint8Array,
  options: ZlibOptions,
  done: (error: Error | null, result: Uint8Array) => void
) => void

/** `deflate` means zlib (RFC 9110, section 8.4.1.2), and some services send it without the zlib header. */
const deflate: Decoder = (bytes, options, done) => {
  const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0
  ;(hasHeader ? inflate : inflateRaw)(bytes, options, done)
}

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate,
  br: (bytes, { maxOutputLength }, done) =>
    brotliDecompress(bytes, maxOutputLength === undefined ? {} : { maxOutputLength }, done),
  zstd: (bytes, { maxOutputLength }, done) =>
    zstdDecompress(bytes, maxOutputLength === undefined ? {} : { maxOutputLength }, done)
}

/** The encodings of a `Content-Encoding` header, in the order in which they were applied. */
export const encodingsOf = (header: string | undefined): ReadonlyArray<string> =>
  (header ?? '')
    .split(',')
    .map((encoding) => encoding.trim().toLowerCase())
    .filter((encoding) => encoding !== '' && encoding !== 'identity')

const decodeOne = (bytes: Uint8Array, encoding: string, maxBytes: number): Effect.Effect<Decoded> => {
  const decoder = decoders[encoding]
  if (decoder === undefined) {
    return Effect.succeed({
      body: empty,
      problem: `the body has the Content-Encoding "${encoding}", which cannot be read`
    })
  }
  return Effect.callback((resume) => {
    decoder(bytes, { maxOutputLength: maxBytes }, (error, result) => {
      if (error === null) return resume(Effect.succeed({ body: result, problem: undefined }))
      const isTooLarge = 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      const problem = isTooLarge
        ? tooLarge(maxBytes)
        : `the body is not the ${encoding} that its Content-Encoding promises`
      resume(Effect.succeed({ body: empty, problem }))
    })
  })
}

/** Decodes a body; an empty one stays empty whatever its header says. */
export const decompress = (
  body: Uint8Array,
  encodings: ReadonlyArray<string>,
  maxBytes: number
): Effect.Effect<Decoded> =>
  body.length === 0
    ? Effect.succeed({ body, problem: undefined })
    : encodings.reduceRight<Effect.Effect<Decoded>>(
        (decoded, encoding) =>
          Effect.flatMap(decoded, (current) =>
            current.problem === undefined ? decodeOne(current.body, encoding, maxBytes) : Effect.succeed(current)
          ),
        Effect.succeed({ body, problem: undefined })
      )
