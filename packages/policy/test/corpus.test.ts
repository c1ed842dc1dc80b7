import { describe, expect, it } from 'vitest'
import { parsePolicy, type PolicyFile, resolvePolicies } from '../src/index.ts'
import { corpus, corpusBytes, hasCorpus } from './support/corpus.ts'
import { unresolvedReferences } from './support/references.ts'

describe('the corpus', () => {
  it('is there on CI', () => {
    expect(hasCorpus || process.env['CI'] !== 'true').toBe(true)
  })
})

describe.skipIf(!hasCorpus)('every real policy', () => {
  const files = new Map<string, PolicyFile>()
  for (const { path } of corpus.files) files.set(path, parsePolicy({ path, bytes: corpusBytes(path) }))

  it('is read', () => {
    expect(files.size).toBeGreaterThan(300)
    const unread = [...files.values()].filter(({ wellFormed, root }) => !wellFormed || root === undefined)
    expect(unread).toEqual([])
  })

  it.each(corpus.files)('$path has the policy id of the index', ({ path, policyId }) => {
    expect(files.get(path)?.policyId?.value).toBe(policyId)
  })

  const chains = corpus.chains.flatMap((chain) => (chain.files === null ? [] : [{ ...chain, files: chain.files }]))

  const resolve = (paths: ReadonlyArray<string>, leaf: string) => {
    const found = paths.flatMap((path) => files.get(path) ?? [])
    return resolvePolicies(found).effective(files.get(leaf) ?? '')
  }

  it.each(chains)('$relyingParty inherits along the chain of the index', ({ relyingParty, files: paths }) => {
    const { chain, policy } = resolve(paths, relyingParty)
    expect(chain.map(({ path }) => path)).toEqual(paths.toReversed())
    expect(policy?.relyingParty).toBeDefined()
  })

  it.each(chains)('$relyingParty resolves as far as the index says', ({ relyingParty, files: paths, unresolved }) => {
    const { policy } = resolve(paths, relyingParty)
    if (policy === undefined) throw new Error('the chain is incomplete')
    expect(unresolvedReferences(policy)).toEqual(unresolved ?? {})
  })

  it.each(corpus.chains.filter((chain) => chain.files === null))(
    '$relyingParty misses a base, and says so',
    ({ relyingParty }) => {
      const { policy, diagnostics } = resolve([relyingParty], relyingParty)
      expect(policy).toBeUndefined()
      expect(diagnostics.map(({ code }) => code)).toEqual(['TF1301'])
    }
  )
})
