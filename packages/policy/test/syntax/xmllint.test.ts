import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parsePolicy } from '../../src/index.ts'
import { corpus, corpusBytes, hasCorpus } from '../support/corpus.ts'
import { mutateText } from '../support/mutateText.ts'
import { oneOf, randomFrom } from '../support/random.ts'
import { hasXmllint, xmllint } from '../support/xmllint.ts'

describe.skipIf(!hasCorpus || !hasXmllint)('what is well-formed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xml-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is so for libxml2 as well, in 3,000 real files with something changed', () => {
    const random = randomFrom(11)
    const small = corpus.files.filter(({ bytes }) => bytes < 16_000)
    const texts = small.map(({ path }) => new TextDecoder().decode(corpusBytes(path)))
    const files = Array.from({ length: 3000 }, (_, i) => {
      const path = join(folder, `${i}.xml`)
      const bytes = new TextEncoder().encode(mutateText(oneOf(texts, random), random))
      writeFileSync(path, bytes)
      const { wellFormed, diagnostics } = parsePolicy({ path, bytes })
      const fault = diagnostics.find(({ code }) => !wellFormed || code === 'TF1006' || code === 'TF1007')
      return { path, found: fault?.message }
    })
    const said = xmllint(
      [],
      files.map(({ path }) => path)
    )
    // It has an opinion about namespaces that are no URIs, which the specification leaves open.
    const errors = [
      ...said.matchAll(
        /^(\S+\.xml):\d+: (?:parser|namespace) error : (?!.*(?:is not a valid URI|is not absolute)).*$/gm
      )
    ]
    const refused = new Set(errors.map(([, path]) => path))
    const disagreement = files
      .filter(({ path, found }) => (found !== undefined) !== refused.has(path))
      .map(({ path, found }) => found ?? said.split('\n').find((line) => line.startsWith(path)))
      .filter((message) => !message?.startsWith('no policy has an element'))
    expect(disagreement).toEqual([])
    expect(refused.size).toBeGreaterThan(1000)
    expect(refused.size).toBeLessThan(2900)
  }, 60_000)
})
