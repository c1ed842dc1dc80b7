import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePolicy } from '../../src/index.ts'
import { completePolicies } from '../support/complete.ts'
import { corpus, corpusBytes, corpusPath, hasCorpus } from '../support/corpus.ts'
import { oneOf, randomFrom } from '../support/random.ts'
import { mutate, nodesOf, treeOf, write } from '../support/trees.ts'
import { hasXmllint, xmllint } from '../support/xmllint.ts'

/** The schema's patterns carry anchors and an escape that its language does not have; a copy goes without them. */
const readableSchema = (): string =>
  readFileSync(corpusPath('starterpack/TrustFrameworkPolicy_0.3.0.0.xsd'), 'utf8')
    .replace(/^\ufeff/, '')
    .replace(
      /(<xs:pattern value=")\^?([^"]*?)\$?(")/g,
      (_, open: string, pattern: string, close: string) => open + pattern.replaceAll('\\/', '/') + close
    )

const isRejected = (path: string, bytes: Uint8Array): boolean =>
  parsePolicy({ path, bytes }).diagnostics.some(({ severity }) => severity === 'error')

describe('a policy with everything in the grammar', () => {
  it.each(completePolicies().map((policy) => [write(policy)]))('has no errors', (text) => {
    const { diagnostics } = parsePolicy({ path: 'a.xml', text })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe.skipIf(!hasCorpus || !hasXmllint)('the grammar and the schema agree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'))
  const schema = join(folder, 'policy.xsd')
  beforeAll(() => writeFileSync(schema, readableSchema()))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** Which of the files the schema rejects. */
  const rejectedBySchema = (paths: ReadonlyArray<string>): ReadonlySet<string> => {
    const stderr = xmllint(['--schema', schema], paths)
    if (!stderr.includes(' validates')) throw new Error(stderr.slice(0, 1000))
    return new Set(paths.filter((path) => !stderr.includes(`${path} validates\n`)))
  }

  it('on every file of the corpus, without exception', () => {
    const paths = corpus.files.map(({ path }) => path)
    const rejected = rejectedBySchema(paths.map(corpusPath))
    expect(rejected.size).toBeGreaterThan(0)
    expect(paths.filter((path) => isRejected(path, corpusBytes(path)))).toEqual(
      paths.filter((path) => rejected.has(corpusPath(path)))
    )
  })

  it('on 2,000 policies with something changed, without exception', () => {
    const random = randomFrom(7)
    const small = corpus.files.filter(({ bytes }) => bytes < 30_000)
    const real = small.flatMap(({ path }) => {
      const { root, diagnostics } = parsePolicy({ path, bytes: corpusBytes(path) })
      return root === undefined || diagnostics.some(({ severity }) => severity === 'error') ? [] : [treeOf(root)]
    })
    const complete = completePolicies()
    const names = [...new Set([...real, ...complete].flatMap(nodesOf).map(({ name }) => name))]
    const changed = new Map<string, string>()
    for (let i = 0; i < 2000; i++) {
      const root = structuredClone(oneOf(i % 2 === 0 ? complete : real, random))
      const path = join(folder, `${i}.xml`)
      changed.set(path, mutate(root, names, random))
      writeFileSync(path, write(root))
    }
    expect(readdirSync(folder).length).toBe(2001)
    const paths = [...changed.keys()]
    const rejected = rejectedBySchema(paths)
    expect(rejected.size).toBeGreaterThan(500)
    expect(rejected.size).toBeLessThan(1900)
    const disagreement = paths
      .filter((path) => isRejected(path, readFileSync(path)) !== rejected.has(path))
      .map((path) => `${changed.get(path)}: ${rejected.has(path) ? 'the schema' : 'the grammar'} rejects it`)
    expect(disagreement).toEqual([])
  }, 60_000)
})
