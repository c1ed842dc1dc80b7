/** Runs the rules over one effective policy. */
import type { Diagnostic, Policy, Span, XmlElement } from '@trustframe/policy'
import { CheckedPolicy } from './CheckedPolicy.ts'
import type { Finding, Place, Report, Rule } from './Rule.ts'
import { rules } from './rules.ts'
import { journeysOf } from './steps.ts'

/** What rules are told besides the policy. */
export interface LintOptions {
  /** The policy keys that exist, by their names. Without them, references to keys are not checked. */
  readonly keys?: ReadonlyArray<string>
}

/** A diagnostic whose advice may not have been worked out. */
export type Found = Diagnostic & Pick<Finding, 'advise'>

/** A diagnostic with its advice. */
export const told = (found: Found): Diagnostic => {
  if (found.advise === undefined) return found
  const { advise, ...diagnostic } = found
  return { ...diagnostic, ...advise() }
}

/** What the rules found in a policy. */
export interface Findings {
  /** By the policy itself, and by each of its parts; policies that inherit a part share the list of what is found in it. */
  readonly lists: ReadonlyArray<ReadonlyArray<Found>>
  /** Places that are in order in this policy, by code. */
  readonly cleared: ReadonlyArray<{ readonly code: string; readonly place: Place }>
}

interface Kept {
  readonly keys: ReadonlyArray<string> | undefined
  readonly findings: Findings
}

/** What was found in a policy, as long as the policy is kept. */
const kept = new WeakMap<Policy, Kept>()

/** The findings of all rules in one policy; worked out once for a policy. */
export const findingsOf = (checked: CheckedPolicy): Findings => {
  const { keys, policy } = checked
  const known = kept.get(policy)
  if (known !== undefined && known.keys === keys) return known.findings
  const findings = runAll(checked)
  kept.set(policy, { keys, findings })
  return findings
}

/** The findings of some rules, with all that is to be told. */
export const runRules = (
  checked: CheckedPolicy,
  run: ReadonlyArray<Rule>
): Pick<Findings, 'cleared'> & { readonly diagnostics: ReadonlyArray<Diagnostic> } => {
  const { cleared, lists } = runnerOf(run)(checked)
  return { cleared, diagnostics: lists.flat().map(told) }
}

/** Runs some rules over policy after policy, looking once at each part that several of them inherit. */
const runnerOf = (run: ReadonlyArray<Rule>): ((checked: CheckedPolicy) => Findings) => {
  const found: Array<Found> = []
  const cleared: Array<Findings['cleared'][number]> = []
  const taken = (): ReadonlyArray<Found> => (found.length === 0 ? nothing : found.splice(0))

  const checksOf = <Part>(checkOf: (rule: Rule) => ((part: Part, report: Report) => void) | undefined) => {
    const checks = run.flatMap((rule) => {
      const check = checkOf(rule)
      return check === undefined ? [] : [{ check, report: reportOf(rule, found, cleared) }]
    })
    return (part: Part): ReadonlyArray<Found> => {
      for (const { check, report } of checks) check(part, report)
      return taken()
    }
  }
  const partsOf = <Part>(checkOf: (rule: Rule) => ((part: Part, report: Report) => void) | undefined) => {
    const check = checksOf(checkOf)
    const known = new WeakMap<XmlElement, ReadonlyArray<Found>>()
    return (element: XmlElement, part: Part): ReadonlyArray<Found> => {
      const before = known.get(element)
      if (before !== undefined) return before
      const ofPart = check(part)
      known.set(element, ofPart)
      return ofPart
    }
  }
  const whole = checksOf(({ check }) => check)
  const profile = partsOf(({ checkProfile }) => checkProfile)
  const claimType = partsOf(({ checkClaimType }) => checkClaimType)
  const transformation = partsOf(({ checkTransformation }) => checkTransformation)
  const contentDefinition = partsOf(({ checkContentDefinition }) => checkContentDefinition)
  const resources = partsOf(({ checkResources }) => checkResources)
  const steps = partsOf(({ checkSteps }) => checkSteps)

  return (checked) => {
    const { policy } = checked
    const lists = [whole(checked)]
    const add = (ofPart: ReadonlyArray<Found>): void => {
      if (ofPart.length > 0) lists.push(ofPart)
    }
    for (const part of checked.profiles) add(profile(part.profile.element, part))
    for (const part of policy.claimTypes.values()) add(claimType(part.element, part))
    for (const part of policy.claimsTransformations.values()) add(transformation(part.element, part))
    for (const part of policy.contentDefinitions.values()) add(contentDefinition(part.element, part))
    for (const part of policy.localization?.resources ?? []) add(resources(part.element, part))
    for (const part of journeysOf(policy)) add(steps(part.journey.element, part.steps))
    return { lists, cleared: cleared.splice(0) }
  }
}

const nothing: ReadonlyArray<never> = []

const reportOf = (
  { code, origin, severity }: Rule,
  found: Array<Found>,
  cleared: Array<Findings['cleared'][number]>
): Report => {
  const report = (span: Span, finding: Finding): void => {
    found.push({ code, severity, origin, span, ...finding })
  }
  report.clear = (place: Place): void => {
    cleared.push({ code, place })
  }
  return report
}

const runAll = runnerOf(rules)

/**
 * What the rules find in one effective policy, as they are: neither levels nor suppressions are applied.
 *
 * @example
 * for (const diagnostic of lint(policy)) console.error(formatDiagnostic(diagnostic))
 */
export const lint = (policy: Policy, { keys }: LintOptions = {}): ReadonlyArray<Diagnostic> =>
  findingsOf(new CheckedPolicy(policy, keys)).lists.flat().map(told)
