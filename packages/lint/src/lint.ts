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

/** What the rules found in a policy. */
export interface Findings {
  readonly diagnostics: ReadonlyArray<Diagnostic>
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
export const findingsOf = (policy: Policy, { keys }: LintOptions = {}): Findings => {
  const known = kept.get(policy)
  if (known !== undefined && known.keys === keys) return known.findings
  const findings = runRules(new CheckedPolicy(policy, keys), rules)
  kept.set(policy, { keys, findings })
  return findings
}

/** The findings of some rules. */
export const runRules = (policy: CheckedPolicy, run: ReadonlyArray<Rule>): Findings => {
  const diagnostics: Array<Diagnostic> = []
  const cleared: Array<Findings['cleared'][number]> = []
  for (const rule of run) rule.check?.(policy, reportOf(rule, diagnostics, cleared))
  const parts = run === rules ? partsOfAll : partsOf(run)
  const add = (found: ReadonlyArray<Diagnostic>): void => {
    for (const diagnostic of found) diagnostics.push(diagnostic)
  }
  for (const profile of policy.profiles) add(parts.profile(profile.profile.element, profile))
  for (const claimType of policy.policy.claimTypes.values()) add(parts.claimType(claimType.element, claimType))
  for (const resources of policy.policy.localization?.resources ?? [])
    add(parts.resources(resources.element, resources))
  for (const { journey, steps } of journeysOf(policy.policy)) add(parts.steps(journey.element, steps))
  return { diagnostics, cleared }
}

const reportOf = (
  { code, origin, severity }: Rule,
  diagnostics: Array<Diagnostic>,
  cleared: Array<Findings['cleared'][number]>
): Report => {
  const add = (span: Span, finding: Finding): void => {
    diagnostics.push({ code, severity, origin, span, ...finding })
  }
  const clear = (place: Place): void => {
    cleared.push({ code, place })
  }
  return Object.assign(add, { clear })
}

type Check<Part> = ((part: Part, report: Report) => void) | undefined

/** What rules find in parts of policies, each part looked at once however many policies inherit it. */
const remembered = <Part>(checks: ReadonlyArray<readonly [Rule, Check<Part>]>) => {
  const known = new WeakMap<XmlElement, ReadonlyArray<Diagnostic>>()
  return (element: XmlElement, part: Part): ReadonlyArray<Diagnostic> => {
    const before = known.get(element)
    if (before !== undefined) return before
    const found: Array<Diagnostic> = []
    for (const [rule, check] of checks) check?.(part, reportOf(rule, found, []))
    known.set(element, found)
    return found
  }
}

const partsOf = (run: ReadonlyArray<Rule>) => ({
  profile: remembered(run.map((rule): readonly [Rule, Rule['checkProfile']] => [rule, rule.checkProfile])),
  claimType: remembered(run.map((rule): readonly [Rule, Rule['checkClaimType']] => [rule, rule.checkClaimType])),
  resources: remembered(run.map((rule): readonly [Rule, Rule['checkResources']] => [rule, rule.checkResources])),
  steps: remembered(run.map((rule): readonly [Rule, Rule['checkSteps']] => [rule, rule.checkSteps]))
})

const partsOfAll = partsOf(rules)

/**
 * What the rules find in one effective policy, as they are: neither levels nor suppressions are applied.
 *
 * @example
 * for (const diagnostic of lint(policy)) console.error(formatDiagnostic(diagnostic))
 */
export const lint = (policy: Policy, options: LintOptions = {}): ReadonlyArray<Diagnostic> =>
  findingsOf(policy, options).diagnostics
