import { describe, expect, it } from 'vitest'
import {
  locate,
  parsePolicy,
  positionOf,
  resolvePolicies,
  type Settings,
  sourceText,
  type XmlAttribute,
  type XmlElement
} from '../../src/index.ts'
import { decodeAttribute, decodeContent } from '../../src/syntax/decodeText.ts'
import { textOf } from '../../src/syntax/SourceText.ts'
import { corpus, corpusBytes, hasCorpus } from '../support/corpus.ts'
import { effectivePolicy, parse, profile } from '../support/policies.ts'
import { oneOf, randomFrom } from '../support/random.ts'

/** The spans of an element and of all in it that do not name what they should. */
const wrongSpans = (element: XmlElement): ReadonlyArray<string> => {
  const { name, attributes, children, text, span, startTagSpan, nameSpan, textSpan } = element
  const wrong: Array<string> = []
  const check = (what: string, holds: boolean) => {
    if (!holds) wrong.push(`${what} of "${name}" at ${JSON.stringify(positionOf(span))}`)
  }
  check('name', textOf(nameSpan) === name)
  check('element', /^<[^]*>$/.test(textOf(span)))
  check('start tag', /^<[^<]*>$/.test(textOf(startTagSpan)) && startTagSpan.start === span.start)
  for (const { name: attribute, value, nameSpan: where, valueSpan } of attributes) {
    check(`name of "${attribute}"`, textOf(where) === attribute)
    check(`value of "${attribute}"`, decodeAttribute(textOf(valueSpan)) === value)
    check(
      `quotes of "${attribute}"`,
      /^(["'])[^]*\1$/.test(textOf({ ...valueSpan, start: valueSpan.start - 1, end: valueSpan.end + 1 }))
    )
  }
  check('text', children.length > 0 || decodeContent(textOf(textSpan)).trim() === text.trim())
  return [...wrong, ...children.flatMap(wrongSpans)]
}

/** All attributes in an element, in the order of the file. */
const attributesIn = (element: XmlElement): ReadonlyArray<XmlAttribute> => [
  ...element.attributes,
  ...element.children.flatMap(attributesIn)
]

/** Every span of a file's elements, as positions of the file. */
const positions = (element: XmlElement): ReadonlyArray<string> => [
  JSON.stringify([element.span, element.startTagSpan, element.nameSpan, element.textSpan].map(locate)),
  ...element.attributes.map(({ nameSpan, valueSpan }) => JSON.stringify([nameSpan, valueSpan].map(locate))),
  ...element.children.flatMap(positions)
]

const origin = (text: { readonly span: Parameters<typeof positionOf>[0] } | undefined) =>
  text && positionOf(text.span).file

describe('positions', () => {
  it.each([
    ['\n', '1:1 2:1 2:3'],
    ['\r\n', '1:1 2:1 2:3'],
    ['\r', '1:1 2:1 2:3'],
    ['\n\r', '1:1 3:1 3:3'],
    ['\u{1F600}', '1:1 1:6 1:8']
  ])('count lines that end with %j', (lineEnd, expected) => {
    const { positionAt } = sourceText('a.xml', `<a>${lineEnd}<b/>`)
    const offsets = [0, 3 + lineEnd.length, 5 + lineEnd.length]
    const found = offsets.map((offset) => positionAt(offset)).map(({ line, column }) => `${line}:${column}`)
    expect(found.join(' ')).toBe(expected)
  })

  it('do not count a byte order mark', () => {
    const { root } = parsePolicy({ path: 'a.xml', text: '\ufeff<a/>' })
    expect(root && positionOf(root.nameSpan)).toEqual({ file: 'a.xml', line: 1, column: 2 })
  })

  it.each([
    ['before it', 0, [1, 1]],
    ['where it begins', 6, [1, 7]],
    ['within it', 7, [1, 7]],
    ['where it ends', 8, [1, 19]],
    ['behind it', 9, [1, 20]],
    ['on the next line', 17, [2, 3]]
  ])('%s a replaced setting', (_, offset, [line, column]) => {
    const file = sourceText('a.xml', '<a b="{Settings:B}" c=""\n  d=""/>', [{ start: 6, end: 18, text: 'xy' }])
    expect(file.text).toBe('<a b="xy" c=""\n  d=""/>')
    expect(file.positionAt(offset)).toEqual({ file: 'a.xml', line, column })
  })

  it('of a value that a setting gave are those of its placeholder', () => {
    const settings = { environment: 'Test', tenant: 'contoso', values: {} }
    const file = parse(
      profile('<DisplayName>a {Settings:Tenant} b</DisplayName>\n<Description>c</Description>'),
      settings
    )
    const plain = parse(profile('<DisplayName>a {Settings:Tenant} b</DisplayName>\n<Description>c</Description>'))
    expect(file.root?.children[0] && positions(file.root.children[0])).toEqual(
      plain.root?.children[0] && positions(plain.root.children[0])
    )
  })
})

describe('the model knows the file that each value came from', () => {
  it('after inheritance', () => {
    const policy = effectivePolicy(
      profile('<DisplayName>base</DisplayName><Metadata><Item Key="A">1</Item><Item Key="B">2</Item></Metadata>'),
      profile('<Metadata><Item Key="B">3</Item></Metadata>')
    )
    const found = policy.technicalProfiles.get('p')
    expect(origin(found)).toBe('1.xml')
    expect(origin(found?.displayName)).toBe('0.xml')
    expect(found?.metadata.map(({ value }) => [value.value, origin(value)])).toEqual([
      ['1', '0.xml'],
      ['3', '1.xml']
    ])
  })
})

describe.skipIf(!hasCorpus)('in the corpus', () => {
  const read = corpus.files.map(({ path }) => ({ path, bytes: corpusBytes(path) }))

  it.each(read)('every span of $path names what it says', ({ path, bytes }) => {
    const { root } = parsePolicy({ path, bytes })
    if (root === undefined) throw new Error('not read')
    expect(wrongSpans(root)).toEqual([])
  })

  it('so does every span of every model', () => {
    const files = new Map(read.map((file) => [file.path, parsePolicy(file)]))
    for (const { files: paths, relyingParty } of corpus.chains) {
      if (paths === null) continue
      const found = paths.flatMap((path) => files.get(path) ?? [])
      const { policy } = resolvePolicies(found).effective(files.get(relyingParty) ?? '')
      for (const { metadata, inputClaims, outputClaims } of policy?.technicalProfiles.values() ?? []) {
        const texts = metadata.flatMap(({ key, value }) => [key, value])
        for (const claim of [...inputClaims, ...outputClaims]) {
          texts.push(
            claim.claimTypeReferenceId,
            ...(claim.partnerClaimType === undefined ? [] : [claim.partnerClaimType])
          )
        }
        const wrong = texts.filter(({ value, span }) => decodeContent(textOf(span)).trim() !== value)
        expect(wrong).toEqual([])
      }
    }
  }, 60_000)

  it('settings move no position of the file, and spans still name what they say', () => {
    const random = randomFrom(20260101)
    for (const { path, bytes } of read.slice(0, 60)) {
      const text = new TextDecoder().decode(bytes)
      const original = parsePolicy({ path, text })
      const values: Record<string, string> = {}
      // Values of the file become placeholders, so that replacing them gives the file back.
      let withPlaceholders = ''
      let from = 0
      for (const { value, valueSpan } of original.root === undefined ? [] : attributesIn(original.root)) {
        if (random(5) > 0 || !/^[\w.-]{4,}$/.test(value)) continue
        const name = `S${Object.keys(values).length}`
        values[name] = value
        const placeholder = oneOf([`{Settings:${name}}`, `{settings:${name.toLowerCase()}}`, `{${name}}`], random)
        withPlaceholders += original.source.text.slice(from, valueSpan.start) + placeholder
        from = valueSpan.end
      }
      withPlaceholders += original.source.text.slice(from)
      const settings: Settings = { environment: 'Test', values }
      const built = parsePolicy({ path, text: withPlaceholders, settings })
      expect(built.source.text).toBe(original.source.text)
      if (built.root === undefined) throw new Error('not read')
      expect(wrongSpans(built.root)).toEqual([])
      // Without the settings the placeholders stand where the values were: at the same positions.
      const unbuilt = parsePolicy({ path, text: withPlaceholders })
      expect(positions(built.root)).toEqual(unbuilt.root && positions(unbuilt.root))
    }
  }, 60_000)
})
