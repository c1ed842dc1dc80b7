/** Finds the policies that a policy inherits from. */
import { diagnose } from '../diagnose.ts'
import type { Diagnostic } from '../Diagnostic.ts'
import type { PolicyFile } from '../parsePolicy.ts'
import { foldersOf } from './nearestOf.ts'
import { attribute } from '../read/texts.ts'
import { suggest } from '../suggest.ts'

/** A policy and what it inherits from. */
export interface Chain {
  /** From the root base to the policy itself; without the bases that were not found. */
  readonly files: ReadonlyArray<PolicyFile>
  /** Whether every base was found, so that the policy can be resolved. */
  readonly complete: boolean
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** B2C allows no more levels of inheritance (policy-language.md section 8). */
export const maximumLevels = 10

/** Answers the files that have a policy id and are nearest to a file; there should be one. */
export type FindPolicies = (policyId: string, from: PolicyFile) => ReadonlyArray<PolicyFile>

/** The chain of a file. */
export const chainOf = (leaf: PolicyFile, find: FindPolicies, knownIds: () => Iterable<string>): Chain => {
  const files = [leaf]
  const diagnostics: Array<Diagnostic> = []
  const result = (complete: boolean): Chain => ({ files: files.toReversed(), complete, diagnostics })
  for (let file = leaf; ;) {
    const { basePolicy } = file
    if (basePolicy === undefined) return result(true)
    const { span, value } = basePolicy.policyId
    const [base, ...others] = find(value, file)
    if (base === undefined) {
      const meant = suggest(value, knownIds())
      diagnostics.push(
        diagnose('TF1301', span, `the base policy "${value}" of "${nameOf(file)}" is not among the given files`, {
          help: meant === undefined ? 'add the file that holds it' : `did you mean "${meant}"?`
        })
      )
      return result(false)
    }
    const circle = files.indexOf(base)
    if (circle >= 0) {
      const names = [...files.slice(circle), base].map((policy) => `"${nameOf(policy)}"`)
      diagnostics.push(
        diagnose('TF1302', span, `policies inherit from each other in a circle: ${names.join(' → ')}`, {
          help: 'the root of a chain has no "BasePolicy"'
        })
      )
      return result(false)
    }
    files.push(base)
    diagnostics.push(...ambiguous(file, base, others))
    if (files.length > maximumLevels) {
      diagnostics.push(
        diagnose(
          'TF1303',
          span,
          `"${nameOf(leaf)}" has more than ${maximumLevels} levels of inheritance; "${nameOf(base)}" is number ${files.length}`,
          { help: 'merge some of the files' }
        )
      )
      return result(false)
    }
    diagnostics.push(...comparisons(file, base))
    file = base
  }
}

/** Files in one folder are reported once, for the set of files. */
const ambiguous = (
  file: PolicyFile,
  base: PolicyFile,
  others: ReadonlyArray<PolicyFile>
): ReadonlyArray<Diagnostic> => {
  const elsewhere = others.filter(({ path }) => foldersOf(path).join('/') !== foldersOf(base.path).join('/'))
  if (file.basePolicy === undefined || elsewhere.length === 0) return []
  const { span, value } = file.basePolicy.policyId
  const message = `"${value}" is the policy id of ${elsewhere.length + 1} files in folders equally near; "${base.path}" is taken`
  const related = elsewhere.flatMap(({ policyId }) =>
    policyId === undefined ? [] : [{ message: 'another is here', span: policyId.span }]
  )
  return [diagnose('TF1314', span, message, { help: 'leave out the files that are not meant', related })]
}

/** What differs between how a base is named and what it is called. */
const comparisons = (file: PolicyFile, base: PolicyFile): ReadonlyArray<Diagnostic> => {
  const found: Array<Diagnostic> = []
  const { policyId: named, tenantId: tenant } = file.basePolicy ?? {}
  if (named !== undefined && base.policyId !== undefined && named.value !== base.policyId.value) {
    const actual = base.policyId
    found.push(
      diagnose('TF1305', named.span, `the base policy is called "${actual.value}", in another case`, {
        help: `write "${actual.value}"`,
        related: [{ message: 'it is named here', span: actual.span }],
        fix: { title: `Write "${actual.value}"`, edits: [{ span: named.span, replacement: actual.value }] }
      })
    )
  }
  const actualTenant = base.root === undefined ? undefined : attribute(base.root, 'TenantId')
  if (tenant !== undefined && actualTenant !== undefined && differ(tenant.value, actualTenant.value)) {
    const message = `the base policy is looked for in the tenant "${tenant.value}", but "${nameOf(base)}" is of "${actualTenant.value}"`
    found.push(
      diagnose('TF1312', tenant.span, message, {
        help: 'write the same tenant in both files, or use a setting for it',
        related: [{ message: 'the tenant of the base policy', span: actualTenant.span }]
      })
    )
  }
  return found
}

const differ = (a: string, b: string): boolean => a.toLowerCase() !== b.toLowerCase()

const nameOf = (file: PolicyFile): string => file.policyId?.value ?? file.path
