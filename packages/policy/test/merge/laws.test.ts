import { describe, expect, it } from 'vitest'
import { policy as rule } from '../../src/grammar/policy.ts'
import { mergeChildren } from '../../src/merge/mergeElements.ts'
import { MergedElement } from '../../src/merge/MergedElement.ts'
import { parsePolicy, type PolicyFile, printElement, type XmlElement } from '../../src/index.ts'
import { corpus, corpusBytes, hasCorpus } from '../support/corpus.ts'
import { chainFiles, profile } from '../support/policies.ts'

const merge = (base: XmlElement, derived: XmlElement): XmlElement =>
  new MergedElement(
    derived,
    mergeChildren(base.children, derived.children, rule, () => undefined)
  )

const rootOf = ({ root, path }: PolicyFile): XmlElement => {
  if (root === undefined) throw new Error(`"${path}" was not read`)
  return root
}

describe.skipIf(!hasCorpus)('along every chain of the corpus of three files or more', () => {
  const files = new Map(corpus.files.map(({ path }) => [path, path]))
  const chains = corpus.chains.flatMap(({ files: paths }) => (paths === null || paths.length < 3 ? [] : [paths]))
  const roots = new Map<string, XmlElement>()
  const root = (path: string): XmlElement => {
    const known = roots.get(path) ?? rootOf(parsePolicy({ path, bytes: corpusBytes(files.get(path) ?? path) }))
    roots.set(path, known)
    return known
  }

  it('merging is associative', () => {
    const triples = new Set(chains.flatMap((paths) => paths.slice(2).map((_, i) => paths.slice(i, i + 3).join('|'))))
    expect(triples.size).toBeGreaterThan(50)
    for (const triple of triples) {
      const [third, second, first] = triple.split('|').map(root)
      if (first === undefined || second === undefined || third === undefined) throw new Error('too short')
      const left = merge(merge(first, second), third)
      const right = merge(first, merge(second, third))
      expect(printElement(left)).toBe(printElement(right))
    }
  }, 60_000)

  it('a file without content changes nothing but the root', () => {
    const [empty] = chainFiles('').map(rootOf)
    if (empty === undefined) throw new Error('not read')
    for (const [path] of chains.slice(0, 50)) {
      const file = root(path ?? '')
      const withoutBase = file.children.filter(({ name }) => name !== 'BasePolicy')
      const merged = merge(file, empty).children.filter(({ name }) => name !== 'BasePolicy')
      expect(merged).toEqual(withoutBase)
    }
  }, 60_000)

  it('a file merged with itself changes no list that has keys', () => {
    for (const [path] of chains) {
      const file = root(path ?? '')
      const text = printElement(file)
      if (/MergeBehavior|ValidationTechnicalProfile/.test(text)) continue
      expect(printElement(merge(file, file))).toBe(text)
    }
  }, 60_000)
})

it('what only one file has is shared, not copied', () => {
  const [base, derived] = chainFiles(profile('<DisplayName>a</DisplayName>', 'P'), profile('', 'Q')).map(rootOf)
  if (base === undefined || derived === undefined) throw new Error('not read')
  const profilesIn = (element: XmlElement): ReadonlyArray<XmlElement> =>
    element.name === 'TechnicalProfile' ? [element] : element.children.flatMap(profilesIn)
  expect(profilesIn(merge(base, derived))[0]).toBe(profilesIn(base)[0])
  expect(profilesIn(merge(base, derived))[1]).toBe(profilesIn(derived)[0])
})
