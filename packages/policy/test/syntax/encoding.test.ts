import { describe, expect, it } from 'vitest'
import { decodePolicy, parsePolicy } from '../../src/index.ts'

const utf16 = (text: string, { littleEndian = true, mark = true } = {}): Uint8Array => {
  const units = mark ? `\ufeff${text}` : text
  const view = new DataView(new ArrayBuffer(units.length * 2))
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><a>é’</a>`

describe('the bytes of a file', () => {
  it.each([
    ['UTF-8', utf8(declared('utf-8')), 'utf-8'],
    ['UTF-8 without a declaration', utf8('<a>é’</a>'), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${declared('UTF-8')}`), 'utf-8'],
    ['UTF-16LE', utf16(declared('utf-16')), 'utf-16le'],
    ['UTF-16BE', utf16(declared('UTF-16'), { littleEndian: false }), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(declared('utf-16le'), { mark: false }), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(declared('utf-16be'), { littleEndian: false, mark: false }), 'utf-16be']
  ])('%s', (_, bytes, encoding) => {
    const decoded = decodePolicy(bytes)
    expect(decoded.problem).toBeUndefined()
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.text.endsWith('<a>é’</a>')).toBe(true)
    expect(decoded.text.startsWith('<')).toBe(true)
  })

  it.each(['iso-8859-1', 'windows-1252', 'us-ascii'])('a declared %s is believed', (encoding) => {
    expect(decodePolicy(latin1(`<?xml version="1.0" encoding="${encoding}"?><a>é</a>`))).toMatchObject({
      problem: undefined,
      encoding: 'windows-1252',
      text: expect.stringContaining('<a>é</a>')
    })
  })

  it.each([
    ['bytes that are not UTF-8', latin1('<a>é</a>'), 'these bytes are not UTF-8', 1, 4],
    [
      'a declared UTF-16 that is none',
      utf8(declared('utf-16')),
      'the file says that it is "utf-16", but its bytes are not',
      1,
      31
    ],
    ['an encoding that nobody knows', utf8(declared('klingon')), 'the encoding "klingon" is not known', 1, 31]
  ])('%s', (_, bytes, message, line, column) => {
    const first = parsePolicy({ path: 'a.xml', bytes }).diagnostics.find(({ code }) => code === 'TF1006')
    expect(first).toMatchObject({ code: 'TF1006', message })
    expect(first?.span.source.positionAt(first.span.start)).toEqual({ file: 'a.xml', line, column })
  })
})
