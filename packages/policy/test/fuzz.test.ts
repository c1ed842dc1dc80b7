import { describe, expect, it } from 'vitest'
import { formatDiagnostic, locate, parsePolicy, printPolicy, resolvePolicies } from '../src/index.ts'
import { corpus, corpusBytes, hasCorpus } from './support/corpus.ts'
import { mutateText } from './support/mutateText.ts'
import { oneOf, randomFrom } from './support/random.ts'

describe.skipIf(!hasCorpus)('10,000 real files with something changed', () => {
  const settings = { environment: 'Test', tenant: 'contoso.onmicrosoft.com', values: { A: '<&>', B: '{A}' } }
  const small = corpus.files.filter(({ bytes }) => bytes < 16_000)
  const texts = small.map(({ path }) => new TextDecoder().decode(corpusBytes(path)))
  const base = parsePolicy({ path: 'other.xml', text: texts[0] ?? '' })

  it.each([1, 2, 3, 4, 5])(
    'part %d: all are read, quickly, and every place is in its file',
    (part) => {
      const random = randomFrom(part)
      const codes = new Map<string, number>()
      let slowest = 0
      for (let i = 0; i < 2000; i++) {
        const text = mutateText(oneOf(texts, random), random)
        const start = performance.now()
        const file = parsePolicy({ path: 'a.xml', text, settings })
        const { policy, diagnostics } = resolvePolicies([base, file]).effective(file)
        slowest = Math.max(slowest, performance.now() - start)
        for (const found of [...file.diagnostics, ...diagnostics]) {
          codes.set(found.code, (codes.get(found.code) ?? 0) + 1)
          const { start: first, end: last } = locate(found.span)
          const isInFile = first.line < last.line || (first.line === last.line && first.column <= last.column)
          if (!isInFile || found.span.end > found.span.source.text.length) throw new Error(formatDiagnostic(found))
        }
        if (i % 10 === 0) file.diagnostics.forEach((found) => formatDiagnostic(found))
        // What is well-formed can be printed, and is well-formed again.
        const printed = policy === undefined || i % 10 > 0 ? undefined : printPolicy(policy)
        if (printed !== undefined && !parsePolicy({ path: 'printed.xml', text: printed }).wellFormed) {
          throw new Error(printed)
        }
      }
      expect(slowest).toBeLessThan(5000)
      expect(codes.get('TF1001')).toBeGreaterThan(100)
      expect(codes.size).toBeGreaterThan(10)
    },
    60_000
  )
})
