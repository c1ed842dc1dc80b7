import { describe, expect, it } from 'vitest'
import {
  keyOf,
  parsePolicy,
  type Policy,
  printElement,
  printLines,
  printPolicy,
  resolvePolicies,
  type XmlElement
} from '../../src/index.ts'
import { positionOf } from '../../src/syntax/index.ts'
import { completePolicies } from '../support/complete.ts'
import { corpus, corpusBytes, hasCorpus } from '../support/corpus.ts'
import { plain } from '../support/plain.ts'
import { effectivePolicy, parse, policyXml, profile } from '../support/policies.ts'
import { write } from '../support/trees.ts'

const reread = (policy: Policy): Policy => {
  const text = printPolicy(policy)
  const { policy: again } = resolvePolicies([parsePolicy({ path: 'printed.xml', text })]).effective(
    policy.policyId.value
  )
  if (again === undefined) throw new Error(text)
  return again
}

const printed = (content: string): string => {
  const element = parse(content).root?.children[0]
  return element === undefined ? '' : printElement(element)
}

const claim = (attributes: string) => `<InputClaims><InputClaim ClaimTypeReferenceId="a" ${attributes}/></InputClaims>`

describe('an element is printed', () => {
  it.each([
    ['<BuildingBlocks></BuildingBlocks>', '<BuildingBlocks />\n'],
    [
      '<BuildingBlocks>\n  <Foo a="1"\n b=\'2\'/></BuildingBlocks>',
      '<BuildingBlocks>\n  <Foo a="1" b="2" />\n</BuildingBlocks>\n'
    ],
    ['<Foo a="&lt;&amp;&quot;&apos;&#10;&#9;"/>', `<Foo a="&lt;&amp;&quot;'&#10;&#9;" />\n`],
    ['<Foo>&lt;&amp;<![CDATA[<]]>]]&gt;</Foo>', '<Foo>&lt;&amp;&lt;]]&gt;</Foo>\n'],
    ['<Foo> a <!-- b --></Foo>', '<Foo> a </Foo>\n'],
    ['<Foo xmlns="urn:x"><Bar xmlns="urn:y"/></Foo>', '<Foo xmlns="urn:x">\n  <Bar xmlns="urn:y" />\n</Foo>\n']
  ])('%s', (content, expected) => {
    expect(printed(content)).toBe(expected)
  })
})

describe('each printed line knows where it comes from', () => {
  it('over several files', () => {
    const found = effectivePolicy(
      profile(`<DisplayName>a</DisplayName>${claim('DefaultValue="1"')}`),
      profile(claim('Required="true"'))
    ).technicalProfiles.get('p')
    if (found === undefined) throw new Error('no profile')
    const lines = printLines(found.element).map(
      ({ depth, text, origins }) =>
        `${'  '.repeat(depth)}${text} | ${origins.map((span) => positionOf(span).file).join(', ')}`
    )
    expect(lines).toEqual([
      '<TechnicalProfile Id="P"> | 1.xml',
      '  <DisplayName>a</DisplayName> | 0.xml',
      '  <InputClaims> | 1.xml',
      '    <InputClaim ClaimTypeReferenceId="a" Required="true" DefaultValue="1" /> | 1.xml, 0.xml',
      '  </InputClaims> | ',
      '</TechnicalProfile> | '
    ])
  })
})

describe('parsing what was printed gives the policy back', () => {
  it.each(completePolicies().map((root) => [write(root)]))('with everything in the grammar', (text) => {
    const file = parsePolicy({ path: 'a.xml', text: text.replace(/<BasePolicy>.*?<\/BasePolicy>/, '') })
    const { policy } = resolvePolicies([file]).effective(file)
    if (policy === undefined) throw new Error('not resolved')
    expect(plain(reread(policy))).toEqual(plain(policy))
    expect(printPolicy(reread(policy))).toBe(printPolicy(policy))
  })

  it('and it is as valid as before', () => {
    const text = printPolicy(effectivePolicy(profile('<DisplayName>a</DisplayName>'), ''))
    expect(parsePolicy({ path: 'a.xml', text }).diagnostics).toEqual([])
    expect(text.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<TrustFrameworkPolicy xmlns="')).toBe(true)
  })

  it('even where text has line ends, white space and signs', () => {
    const text = `<DisplayName>\r\n a &amp; b\t&#13; <![CDATA[<c/>]]> </DisplayName>`
    const policy = effectivePolicy(profile(text))
    expect(plain(reread(policy))).toEqual(plain(policy))
    expect(policy.technicalProfiles.get(keyOf('P'))?.displayName?.value).toBe('a & b\t\r <c/>')
  })

  it.skipIf(!hasCorpus)(
    'for every chain of the corpus',
    () => {
      const files = new Map(corpus.files.map(({ path }) => [path, parsePolicy({ path, bytes: corpusBytes(path) })]))
      const chains = corpus.chains.filter((chain) => chain.files !== null)
      expect(chains.length).toBeGreaterThan(200)
      for (const { files: paths, relyingParty } of chains) {
        const found = (paths ?? []).flatMap((path) => files.get(path) ?? [])
        const { policy } = resolvePolicies(found).effective(files.get(relyingParty) ?? '')
        if (policy === undefined) throw new Error(relyingParty)
        expect(plain(reread(policy))).toEqual(plain(policy))
      }
    },
    60_000
  )
})

it('printing keeps to the order of the schema', () => {
  const { element } = effectivePolicy(
    profile('<Description>a</Description>'),
    profile('<DisplayName>b</DisplayName><Protocol Name="None"/>')
  )
  const names = (found: XmlElement): ReadonlyArray<string> =>
    found.name === 'TechnicalProfile' ? found.children.map(({ name }) => name) : found.children.flatMap(names)
  expect(names(element)).toEqual(['DisplayName', 'Description', 'Protocol'])
  expect(
    parsePolicy({ path: 'a.xml', text: policyXml(element.children.map(printElement).join('')) }).diagnostics
  ).toEqual([])
})
