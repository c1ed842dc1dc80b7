import { assert, describe, it } from '@effect/vitest'
import { checkPolicies, diagnosticCodes } from '@trustframe/lint'
import { type Diagnostic, positionOf, resolvePolicies, textOf } from '@trustframe/policy'
import { hasCorpus, readIndex, readPolicyFile } from './support/corpus.ts'

/** Codes that say that something is unknown: an element, an attribute, a handler, a metadata key, a key, a resolver. */
const unknown: ReadonlySet<string> = new Set([
  'TF1101',
  'TF1102',
  'TF2025',
  'TF3101',
  'TF3103',
  'TF3106',
  'TF3503',
  'TF3505',
  'TF3704'
])

/**
 * What is unknown in real policies, and rightly so: metadata of another handler, and keys that a handler does not have. Whatever
 * else turns up here is a gap in our tables.
 */
const rightlyUnknown: ReadonlySet<string> = new Set(['TF3103 EnforceEmailVerification'])

const describeFinding = ({ code, message, span }: Diagnostic): string => {
  const { column, file, line } = positionOf(span)
  return `${code} ${file}:${line}:${column} ${message}`
}

it('has a corpus on CI', () => {
  assert.isTrue(hasCorpus || process.env['CI'] !== 'true', 'set TRUSTFRAME_CORPUS to the folder of the corpus')
})

describe.skipIf(!hasCorpus)('the corpus', () => {
  let known: ReadonlyArray<Diagnostic> | undefined
  /** What is found in the chains of all relying parties, each finding once. */
  const diagnostics = (): ReadonlyArray<Diagnostic> => {
    if (known !== undefined) return known
    const found = new Map<string, Diagnostic>()
    for (const { files } of readIndex().chains) {
      for (const diagnostic of checkPolicies(resolvePolicies((files ?? []).map(readPolicyFile)))) {
        found.set(describeFinding(diagnostic), diagnostic)
      }
    }
    return (known = [...found.values()])
  }

  it('is checked chain by chain', () => {
    assert.isAbove(diagnostics().length, 0)
  })

  it('holds nothing unknown that the documentation has', () => {
    const surprises = diagnostics().filter(
      ({ code, span }) => unknown.has(code) && !rightlyUnknown.has(`${code} ${textOf(span)}`)
    )
    assert.deepStrictEqual(surprises.map(describeFinding), [])
  })

  it('is checked as one folder as well', () => {
    const files = readIndex().files.map(({ path }) => readPolicyFile(path))
    const all = checkPolicies(resolvePolicies(files))
    const surprises = all.filter(
      ({ code, span }) => unknown.has(code) && !rightlyUnknown.has(`${code} ${textOf(span)}`)
    )
    assert.deepStrictEqual(surprises.map(describeFinding), [])
  })

  it('gets findings with known codes, words and places in the files that they name', () => {
    const codes = new Set(diagnosticCodes.map(({ code }) => code))
    const broken = diagnostics().filter(
      ({ code, message, span }) =>
        !codes.has(code) || message === '' || span.start > span.end || span.end > span.source.text.length
    )
    assert.deepStrictEqual(broken.map(describeFinding), [])
  })
})
