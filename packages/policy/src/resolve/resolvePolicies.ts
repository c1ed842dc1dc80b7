/** Resolves a set of policy files: who inherits from whom, and what each policy effectively says. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import { policy as policyRule } from '../grammar/policy.ts'
import { mergeChildren } from '../merge/mergeElements.ts'
import { MergedElement } from '../merge/MergedElement.ts'
import type { Policy } from '../model/Policy.ts'
import type { PolicyFile } from '../parsePolicy.ts'
import { readPolicy, technicalProfilesOf } from '../read/readPolicy.ts'
import { attributeOf, type XmlElement } from '../syntax/XmlElement.ts'
import { type Chain, chainOf } from './Chain.ts'
import { includeTechnicalProfiles } from './includeTechnicalProfiles.ts'
import { folderOf, foldersOf, nearestOf } from './nearestOf.ts'

/** A policy after inheritance. */
export interface EffectivePolicy {
  /** Missing when a base is, or when a file of the chain could not be read; `diagnostics` say why. */
  readonly policy: Policy | undefined
  /** From the root base to the policy itself; without the bases that were not found. */
  readonly chain: ReadonlyArray<PolicyFile>
  /** Of inheritance; those of each file are with the file. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Policy files that belong together. */
export interface PolicySet {
  readonly files: ReadonlyArray<PolicyFile>
  /** Of the set as a whole: policy ids given twice. */
  readonly diagnostics: ReadonlyArray<Diagnostic>
  /**
   * What a policy effectively says; it is worked out when it is asked for, and once. By the policy id, ignoring case,
   * or by the file. For an id that no file has there is no policy and no chain.
   */
  readonly effective: (policy: string | PolicyFile) => EffectivePolicy
}

/**
 * Resolves policy files. A base is looked up by its policy id, ignoring case; where several files have it, the one
 * nearest in the tree of folders counts. What is worked out for a chain is kept as long as its files are, so that after
 * a change in one file, a new set of the same other files costs only what depends on that file.
 */
export const resolvePolicies = (files: ReadonlyArray<PolicyFile>): PolicySet => {
  const byPolicyId = new Map<string, Array<PolicyFile>>()
  for (const file of files) {
    const key = file.policyId?.value.toLowerCase()
    if (key === undefined) continue
    const others = byPolicyId.get(key)
    if (others === undefined) byPolicyId.set(key, [file])
    else others.push(file)
  }
  const nearest = new Map<string, ReadonlyArray<PolicyFile>>()
  const find = (policyId: string, from: PolicyFile) => {
    const key = policyId.toLowerCase()
    // Files in one folder mean the same files.
    const place = `${key}\n${folderOf(from.path)}`
    const known = nearest.get(place)
    if (known !== undefined) return known
    const found = nearestOf(byPolicyId.get(key) ?? [], from.path)
    nearest.set(place, found)
    return found
  }
  const knownIds = () => files.flatMap(({ policyId }) => (policyId === undefined ? [] : [policyId.value]))
  const resolved = new Map<PolicyFile, EffectivePolicy>()
  const effective = (policy: string | PolicyFile): EffectivePolicy => {
    const file = typeof policy === 'string' ? byPolicyId.get(policy.toLowerCase())?.[0] : policy
    if (file === undefined) return { policy: undefined, chain: [], diagnostics: [] }
    const known = resolved.get(file)
    if (known !== undefined) return known
    const found = effectiveOf(chainOf(file, find, knownIds))
    resolved.set(file, found)
    return found
  }
  return { files, diagnostics: [...byPolicyId.values()].flatMap(givenTwice), effective }
}

/** Policy ids must differ within a folder; other folders may hold other versions of the same policies. */
const givenTwice = (files: ReadonlyArray<PolicyFile>): ReadonlyArray<Diagnostic> => {
  const first = new Map<string, PolicyFile>()
  return files.flatMap((file) => {
    const folder = foldersOf(file.path).join('/')
    const other = first.get(folder)
    if (other === undefined) first.set(folder, file)
    if (other?.policyId === undefined || file.policyId === undefined) return []
    return [
      diagnose('TF1304', file.policyId.span, `another file has the policy id "${other.policyId.value}" too`, {
        help: 'give one of them another id; ids are compared ignoring case',
        related: [{ message: 'it is given here as well', span: other.policyId.span }]
      })
    ]
  })
}

interface Merge {
  readonly root: XmlElement
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Merges and models by the trees that they were made of; both live only as long as those do. */
const merges = new WeakMap<XmlElement, WeakMap<XmlElement, Merge>>()
const models = new WeakMap<XmlElement, Pick<EffectivePolicy, 'policy' | 'diagnostics'>>()

const mergeRoots = (base: XmlElement, derived: XmlElement): Merge => {
  const ofBase = merges.get(base) ?? new WeakMap<XmlElement, Merge>()
  merges.set(base, ofBase)
  const known = ofBase.get(derived)
  if (known !== undefined) return known
  const diagnostics: Array<Diagnostic> = []
  // Attributes of the root are those of the policy itself (policy-language.md section 6.2).
  const children = mergeChildren(base.children, derived.children, policyRule, (found) => void diagnostics.push(found))
  const merge = { root: new MergedElement(derived, children), diagnostics }
  ofBase.set(derived, merge)
  return merge
}

const effectiveOf = ({ files, complete, diagnostics }: Chain): EffectivePolicy => {
  const unread = files.find((file) => !file.wellFormed || file.root === undefined)
  if (unread !== undefined) {
    const leaf = files.at(-1) ?? unread
    const span = leaf.policyId?.span ?? { source: leaf.source, start: 0, end: 0 }
    const message = `"${leaf.policyId?.value ?? leaf.path}" cannot be resolved, because "${unread.path}" could not be read`
    const more = unread === leaf ? [] : [diagnose('TF1306', span, message)]
    return { policy: undefined, chain: files, diagnostics: [...diagnostics, ...more] }
  }
  if (!complete) return { policy: undefined, chain: files, diagnostics }
  let root: XmlElement | undefined
  const found = [...diagnostics]
  for (const file of files) {
    if (file.root === undefined) continue
    if (root === undefined) {
      root = file.root
    } else {
      const merge = mergeRoots(root, file.root)
      root = merge.root
      found.push(...merge.diagnostics)
    }
  }
  if (root === undefined) return { policy: undefined, chain: files, diagnostics: found }
  const model = models.get(root) ?? modelOf(root, files)
  models.set(root, model)
  return { policy: model.policy, chain: files, diagnostics: [...found, ...model.diagnostics] }
}

const modelOf = (root: XmlElement, files: ReadonlyArray<PolicyFile>) => {
  const isDefinedIn = (path: string, id: string): boolean =>
    files.some(
      (file) =>
        file.path === path &&
        file.root !== undefined &&
        technicalProfilesOf(file.root).some(
          ({ profile }) => attributeOf(profile, 'Id')?.value.trim().toLowerCase() === id.toLowerCase()
        )
    )
  const profiles = technicalProfilesOf(root).map(({ profile }) => profile)
  const { included, diagnostics } = includeTechnicalProfiles(profiles, isDefinedIn)
  return { policy: readPolicy(root, included), diagnostics }
}
