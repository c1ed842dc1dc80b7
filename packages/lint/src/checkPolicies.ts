/** Checks a set of policies: everything that reading, inheriting, compiling and the rules find, once each and in order. */
import { checkPolicy } from '@trustframe/plan'
import type {
  Diagnostic,
  Policy,
  PolicyFile,
  PolicyNode,
  PolicySet,
  Severity,
  Span,
  XmlElement
} from '@trustframe/policy'
import { ByPlace, CodesByPlace, isSamePlace } from './ByPlace.ts'
import { CheckedPolicy } from './CheckedPolicy.ts'
import { findDiagnostic } from './codes.ts'
import { findingsOf, type Found, type LintOptions, told } from './lint.ts'
import type { Place } from './Rule.ts'
import { rules } from './rules.ts'
import { applySuppressions } from './suppressions.ts'

/** What a diagnostic counts as; `off` leaves it out. */
export type Level = Severity | 'off'

/** How policies are checked. */
export interface CheckOptions extends LintOptions {
  /** By the code of a diagnostic or the name of a rule; others keep the severity of their code. */
  readonly levels?: Readonly<Record<string, Level>>
}

/**
 * Everything that is wrong, surprising or worth a look in a set of policies, file by file, in the order of the text.
 *
 * Rules look at the policies that nobody derives from and at those with a relying party, each with all its bases, so that what
 * a derived file completes is no finding in its base. What is found in the same place of a base by way of several policies
 * counts once.
 *
 * @example
 * const diagnostics = checkPolicies(resolvePolicies(files), { levels: { 'no-authentication': 'error' } })
 */
export const checkPolicies = (set: PolicySet, options: CheckOptions = {}): ReadonlyArray<Diagnostic> => {
  const found = new Findings()
  for (const file of set.files) found.addAll(file.diagnostics)
  found.addAll(set.diagnostics)

  const bases = new Set<PolicyFile>()
  for (const file of set.files) {
    const { chain, diagnostics } = set.effective(file)
    found.addAll(diagnostics)
    for (const base of chain) if (base !== file) bases.add(base)
  }
  const parts = new Set<XmlElement>()
  const compiled = new CodesByPlace()
  const linted = new Set<ReadonlyArray<Found>>()
  const cleared = new Map<string, Set<Place>>()
  for (const file of set.files) {
    const { policy } = set.effective(file)
    if (policy === undefined || (bases.has(file) && policy.relyingParty === undefined)) continue
    const checked = new CheckedPolicy(policy, options.keys)
    for (const diagnostic of compiledDiagnostics(checked, parts)) {
      found.add(diagnostic)
      compiled.add(diagnostic.code, diagnostic.span)
    }
    const findings = findingsOf(checked)
    for (const list of findings.lists) linted.add(list)
    for (const { code, place } of findings.cleared) {
      const places = cleared.get(code)
      if (places === undefined) cleared.set(code, new Set([place]))
      else places.add(place)
    }
  }
  const inOrder = placesOf(cleared, linted)
  for (const list of linted) {
    for (const finding of list) {
      const { code, span } = finding
      if (inOrder.has(code, span) || compiled.has(code, span)) continue
      if (sameAs.get(code)?.some((other) => compiled.has(other, span)) === true) continue
      found.add(finding, oncePerPlace.has(code))
    }
  }
  return levelled(ordered(set.files, found.diagnostics.map(told)), options.levels ?? {})
}

/** The places that are in order, as far as there are findings of that code. */
const placesOf = (
  cleared: ReadonlyMap<string, ReadonlySet<Place>>,
  linted: ReadonlySet<ReadonlyArray<Found>>
): CodesByPlace => {
  const found = new Set<string>()
  for (const list of linted) for (const { code } of list) found.add(code)
  const inOrder = new CodesByPlace()
  for (const [code, places] of cleared) {
    if (found.has(code)) for (const { span } of places) inOrder.add(code, span)
  }
  return inOrder
}

const sameAs: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  rules.flatMap(({ alsoReportedAs, code }) => (alsoReportedAs === undefined ? [] : [[code, alsoReportedAs]]))
)

const oncePerPlace: ReadonlySet<string> = new Set(
  rules.flatMap((rule) => (rule.oncePerPlace === true ? [rule.code] : []))
)

/** Codes that rules find in better places. */
const replaced: ReadonlySet<string> = new Set(
  rules.flatMap(({ code, replacesCompiler }) => (replacesCompiler === true ? [code] : []))
)

/** What is missing in a technical profile counts only where it runs (`CheckedPolicy.running`). */
const incomplete: ReadonlySet<string> = new Set(['TF2001', 'TF2007', 'TF2008', 'TF2039'])

/** What compiling a policy found, and the journeys and claims transformations that it looked at; as long as the policy is kept. */
const kept = new WeakMap<
  Policy,
  { readonly found: ReadonlyArray<Diagnostic>; readonly parts: ReadonlyArray<XmlElement> }
>()

/**
 * What compiling a policy finds: in the journeys that it starts, and in what no other policy of the set has been compiled with;
 * `compiled` takes down what was.
 */
const compiledDiagnostics = (checked: CheckedPolicy, compiled: Set<XmlElement>): ReadonlyArray<Diagnostic> => {
  const { policy } = checked
  const known = kept.get(policy)
  if (known !== undefined) {
    for (const part of known.parts) compiled.add(part)
    return known.found
  }
  const started = new Set(checked.started)
  const isNew = ({ element }: PolicyNode): boolean => !compiled.has(element)
  const parts = {
    userJourneys: [...policy.userJourneys.values()].filter((journey) => started.has(journey) || isNew(journey)),
    subJourneys: [...policy.subJourneys.values()].filter(isNew),
    claimsTransformations: [...policy.claimsTransformations.values()].filter(isNew)
  }
  const elements = Object.values(parts).flatMap((nodes: ReadonlyArray<PolicyNode>) =>
    nodes.map(({ element }) => element)
  )
  for (const element of elements) compiled.add(element)

  const found = checkPolicy(policy, parts)
    .filter(({ code, span }) => !replaced.has(code) && !(incomplete.has(code) && isOfIdle(checked, span)))
    // What Trustframe cannot run yet is no fault of the policy.
    .map((diagnostic): Diagnostic => (diagnostic.origin === 'unsupported' ? asAdvice(diagnostic) : diagnostic))
  kept.set(policy, { found, parts: elements })
  return found
}

/** Whether a finding stands at the id of a technical profile that does not run. */
const isOfIdle = ({ profiles, running }: CheckedPolicy, span: Span): boolean =>
  profiles.some((checked) => isSamePlace(checked.profile.id.span, span) && !running.includes(checked))

const asAdvice = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, severity: 'advice' })

/** Findings without repetitions. */
class Findings {
  readonly diagnostics: Array<Found> = []
  private readonly seen = new ByPlace<Array<Found>>()

  add(diagnostic: Found, isOnlyPlace = false): void {
    const { code, message, span } = diagnostic
    const others = this.seen.at(span, () => [])
    if (others.some((other) => other.code === code && (isOnlyPlace || other.message === message))) return
    others.push(diagnostic)
    this.diagnostics.push(diagnostic)
  }

  addAll(diagnostics: ReadonlyArray<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.add(diagnostic)
  }
}

const levelled = (
  diagnostics: ReadonlyArray<Diagnostic>,
  levels: Readonly<Record<string, Level>>
): ReadonlyArray<Diagnostic> => {
  const byCode = new Map(Object.entries(levels).map(([name, level]) => [findDiagnostic(name)?.code, level]))
  if (byCode.size === 0) return diagnostics
  return diagnostics.flatMap((diagnostic) => {
    const level = byCode.get(diagnostic.code)
    if (level === 'off') return []
    return [level === undefined ? diagnostic : { ...diagnostic, severity: level }]
  })
}

/** In the order of the files and of their text, after suppressions. */
const ordered = (
  files: ReadonlyArray<PolicyFile>,
  diagnostics: ReadonlyArray<Diagnostic>
): ReadonlyArray<Diagnostic> => {
  const byPath = new Map<string, Array<Diagnostic>>()
  for (const diagnostic of diagnostics) {
    const { path } = diagnostic.span.source
    const others = byPath.get(path)
    if (others === undefined) byPath.set(path, [diagnostic])
    else others.push(diagnostic)
  }
  return files.flatMap((file) => {
    const ofFile = byPath.get(file.path) ?? []
    byPath.delete(file.path)
    const { diagnostics: faults, kept: rest } = applySuppressions(file, ofFile)
    return [...rest, ...faults].toSorted(byPlace)
  })
}

const byPlace = (a: Diagnostic, b: Diagnostic): number => {
  const [first, second] = [a.span.source.originalOffset(a.span.start), b.span.source.originalOffset(b.span.start)]
  return first - second || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}
