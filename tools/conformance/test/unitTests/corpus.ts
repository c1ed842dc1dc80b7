/** The unit test policies of the corpus. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePolicy, type Policy, type PolicyFile, resolvePolicies } from '@trustframe/policy'
import { corpus, hasCorpus } from '../support/corpus.ts'

/** Where the policies lie that have cases here. */
const families = ['claims', 'claims-resolver', 'claims-transformation', 'predicates']

const prefix = 'unit-tests/'

interface Index {
  readonly chains: ReadonlyArray<{
    readonly relyingParty: string
    /** Leaf first. */
    readonly files: ReadonlyArray<string> | null
  }>
}

const index: Index = hasCorpus ? JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) : { chains: [] }

const chains: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  index.chains.flatMap(({ files, relyingParty }) => {
    const name = relyingParty.slice(prefix.length)
    const wanted = relyingParty.startsWith(prefix) && families.some((family) => name.startsWith(`${family}/`))
    return wanted ? [[name, files ?? []] as const] : []
  })
)

/** The policies that have to have cases, by their paths in the unit tests. */
export const unitTestPolicies: ReadonlyArray<string> = [...chains.keys()].toSorted()

const parsed = new Map<string, PolicyFile>()

const parse = (path: string): PolicyFile => {
  const file = parsed.get(path) ?? parsePolicy({ path, bytes: readFileSync(join(corpus, path)) })
  parsed.set(path, file)
  return file
}

/** A policy with the bases of its chain, and the ids of the claim types that its own file declares. */
export interface UnitTestPolicy {
  readonly policy: Policy
  readonly ownClaims: ReadonlyArray<string>
}

/** Reads a policy of the unit tests. */
export const readUnitTest = (name: string): UnitTestPolicy => {
  const files = (chains.get(name) ?? []).map(parse)
  const [leaf] = files
  if (leaf === undefined) throw new Error(`the corpus has no unit test policy "${name}"`)
  const { diagnostics, policy } = resolvePolicies(files).effective(leaf)
  if (policy === undefined) throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('; ')}`)
  const ownClaims = [...policy.claimTypes.values()]
    .filter(({ span }) => span.source === leaf.source)
    .map(({ id }) => id.value)
  return { policy, ownClaims }
}
