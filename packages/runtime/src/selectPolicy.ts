/** Decides which of a set of policies is meant. */
import { childOf, keyOf, type PolicyFile, suggest } from '@trustframe/policy'

/** The policy to run, or why it cannot be told. */
export type Selection =
  | { readonly _tag: 'Selected'; readonly policyId: string }
  | { readonly _tag: 'Undecided'; readonly message: string; readonly help: string }

const undecided = (message: string, help: string): Selection => ({ _tag: 'Undecided', message, help })

const list = (ids: ReadonlyArray<string>) => ids.map((id) => `"${id}"`).join(', ')

/** The ids of the policies that no other derives from: those with a relying party, or all where none has one. */
export const callablePolicies = (files: ReadonlyArray<PolicyFile>): ReadonlyArray<string> => {
  const bases = new Set(
    files.flatMap(({ basePolicy }) => (basePolicy === undefined ? [] : keyOf(basePolicy.policyId.value)))
  )
  const leaves = files.filter(({ policyId }) => policyId !== undefined && !bases.has(keyOf(policyId.value)))
  const callable = leaves.filter(({ root }) => root !== undefined && childOf(root, 'RelyingParty') !== undefined)
  return (callable.length > 0 ? callable : leaves).flatMap(({ policyId }) => policyId?.value ?? [])
}

/**
 * The policy with the id that was named; else the only one with a relying party; else the only one that no other policy
 * derives from.
 */
export const selectPolicy = (files: ReadonlyArray<PolicyFile>, named: string | undefined): Selection => {
  const known = files.flatMap(({ policyId }) => policyId?.value ?? [])
  if (named !== undefined) {
    const found = known.find((id) => keyOf(id) === keyOf(named))
    if (found !== undefined) return { _tag: 'Selected', policyId: found }
    const near = suggest(named, known)
    return undecided(
      `there is no policy "${named}"`,
      near === undefined ? `there are ${list(known)}` : `did you mean "${near}"?`
    )
  }
  const candidates = callablePolicies(files)
  const [only, other] = candidates
  if (only === undefined)
    return undecided('no policy was found', 'name a file or a folder with TrustFrameworkPolicy files')
  return other === undefined
    ? { _tag: 'Selected', policyId: only }
    : undecided(`there are ${candidates.length} policies to choose from: ${list(candidates)}`, 'name one with --policy')
}
