import { describe, expect, it } from 'vitest'
import { parsePolicy, resolvePolicies } from '../../src/index.ts'
import { policyXml, profiles } from '../support/policies.ts'

const size = 1_000_000

const filled = (piece: (i: number) => string): string => {
  let text = ''
  for (let i = 0; text.length < size; i++) text += piece(i)
  return text
}

const hostile: Readonly<Record<string, string>> = {
  'elements nested without end': '<a>'.repeat(size / 3),
  'attributes without end': `<a ${filled((i) => `b${i}="" `)}/>`,
  'an attribute name without end': `<a ${'b'.repeat(size)}="1"/>`,
  'a name without end': `<${'a'.repeat(size)}/>`,
  'a comment without end': `<!--${'-'.repeat(size)}`,
  ampersands: `<a>${'&'.repeat(size)}</a>`,
  references: `<a>${'&amp;'.repeat(size / 5)}</a>`,
  brackets: `<a>${']'.repeat(size)}</a>`,
  'opening brackets': '<'.repeat(size),
  quotes: `<a b="${`'`.repeat(size)}"/>`,
  'white space in a tag': `<a${' '.repeat(size)}/>`,
  'entities that expand': `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>`,
  'unknown elements': policyXml(filled(() => '<Foo/>')),
  'unknown attributes': policyXml(filled(() => '<Foo Bar=""/>')),
  'settings without value': policyXml(filled(() => '{Settings:a}')),
  'settings without value in an attribute': `<a b="${filled(() => '{Settings:a}')}"/>`,
  'settings in a tag': `<a ${filled(() => '{Settings:b} ')}/>`,
  'settings in a comment': `<a><!--${filled(() => '{Settings:b}')}--></a>`,
  'settings in CDATA': `<a><![CDATA[${filled(() => '{Settings:b}')}]]></a>`,
  'open settings': policyXml(filled(() => '{Settings:')),
  'technical profiles that include unknown ones': policyXml(
    profiles(
      filled((i) => `<TechnicalProfile Id="P${i}"><IncludeTechnicalProfile ReferenceId="Q${i}"/></TechnicalProfile>`)
    )
  ),
  'technical profiles that include each other in a line': policyXml(
    profiles(
      filled(
        (i) => `<TechnicalProfile Id="P${i}"><IncludeTechnicalProfile ReferenceId="P${i + 1}"/></TechnicalProfile>`
      )
    )
  ),
  'one validation many times': policyXml(
    profiles(
      `<TechnicalProfile Id="P"><ValidationTechnicalProfiles>${filled((i) => `<ValidationTechnicalProfile ReferenceId="${i}"/>`)}</ValidationTechnicalProfiles></TechnicalProfile>`
    )
  ),
  namespaces: `<a>${filled((i) => `<b xmlns:p${i}="urn:${i}"/>`)}</a>`,
  'long ids that are almost right': policyXml(
    profiles(
      `<TechnicalProfile Id="${'a'.repeat(size / 3)}"/><TechnicalProfile Id="P"><IncludeTechnicalProfile ReferenceId="${'a'.repeat(size / 3)}b"/></TechnicalProfile>`
    )
  )
}

const settings = { environment: 'Test', values: { b: 'c' } }

/** What it takes to read and resolve a file, in milliseconds, and how much it has to say. */
const measure = (text: string) => {
  const start = performance.now()
  const file = parsePolicy({ path: 'a.xml', text, settings })
  const derived = parsePolicy({ path: 'b.xml', text: policyXml('', { id: 'B2C_1A_D', base: 'B2C_1A_Base' }) })
  const { diagnostics } = resolvePolicies([file, derived]).effective(derived)
  return { time: performance.now() - start, count: file.diagnostics.length + diagnostics.length }
}

describe('a hostile file costs little time and has few diagnostics', () => {
  const harmless = policyXml(
    profiles(filled((i) => `<TechnicalProfile Id="P${i}"><DisplayName>${i}</DisplayName></TechnicalProfile>`))
  )
  const usual = Math.max(...[1, 2, 3].map(() => measure(harmless).time))

  it.each(Object.entries(hostile))('%s', (_, text) => {
    const { time, count } = measure(text)
    expect(time).toBeLessThan(5 * usual)
    expect(count).toBeLessThan(3000)
  })

  it('larger than 1024 KB is refused without reading it', () => {
    const start = performance.now()
    const bytes = new Uint8Array(200_000_000).fill(0x20)
    const filledIn = performance.now()
    expect(parsePolicy({ path: 'a.xml', bytes }).diagnostics.map(({ code }) => code)).toEqual(['TF1005'])
    expect(performance.now() - filledIn).toBeLessThan(Math.max(500, filledIn - start))
  })

  it('1024 KB of UTF-8 is the limit', () => {
    const fill = (bytes: number) =>
      policyXml(`<!--${'é'.repeat(Math.floor((bytes - frame) / 2))}${(bytes - frame) % 2 ? 'x' : ''}-->`)
    const frame = policyXml('<!---->').length
    expect(parsePolicy({ path: 'a.xml', text: fill(1024 * 1024) }).diagnostics).toEqual([])
    expect(parsePolicy({ path: 'a.xml', text: fill(1024 * 1024 + 1) }).diagnostics).toMatchObject([{ code: 'TF1005' }])
  })

  it('a setting cannot blow a file up', () => {
    const large = { environment: 'Test', values: { a: 'x'.repeat(100_000) } }
    const text = policyXml(`<!-- -->${'{a}'.repeat(300_000)}`)
    const file = parsePolicy({ path: 'a.xml', text, settings: large })
    expect(file.diagnostics.map(({ code }) => code)).toEqual(['TF1005'])
    expect(file.source.text.length).toBeLessThan(4_000_000)
  })
})
