/** What a lint rule is. */
import type { PlanCode } from '@trustframe/plan'
import type {
  ClaimsTransformation,
  ClaimType,
  ContentDefinition,
  Diagnostic,
  LocalizedResources,
  Origin,
  Severity,
  Span,
  Text
} from '@trustframe/policy'
import type { CheckedPolicy, CheckedProfile } from './CheckedPolicy.ts'
import type { PlacedStep } from './steps.ts'

/** What a finding says beyond what its rule does. */
export interface Finding extends Pick<Diagnostic, 'message' | 'help' | 'related' | 'fix'> {
  /** The help and the fix where they take a search: it is made when the finding is told, and many are found again and again. */
  readonly advise?: () => Pick<Diagnostic, 'help' | 'fix'>
}

/** Something that has a place: the place is worked out when it is asked for. */
export type Place = Pick<Text, 'span'>

/** Takes the findings of a rule. */
export interface Report {
  (span: Span, finding: Finding): void
  /**
   * Says that a place is in order in this policy. A finding there, in another policy that inherits it too, does not count then:
   * what one policy does not use, another may.
   */
  readonly clear: (place: Place) => void
}

/** A rule: one code, one file, one test, one page. */
export interface Rule {
  /** Stable: `TF3` and three digits, or the code of the compiler whose findings the rule completes. */
  readonly code: `TF3${string}` | PlanCode
  /** The name of its file. */
  readonly name: string
  /** What the code stands for. */
  readonly title: string
  readonly severity: Severity
  readonly origin: Origin
  /** A place is reported once, however many journeys lead to it. */
  readonly oncePerPlace?: boolean
  /** Codes of compiling that say the same of the same place; where they are given, this one is not. */
  readonly alsoReportedAs?: ReadonlyArray<PlanCode>
  /** The rule finds all that compiling finds under its code, in better places: only its findings count. */
  readonly replacesCompiler?: boolean
  /** Looks at a policy as a whole. */
  readonly check?: (policy: CheckedPolicy, report: Report) => void
  /** Looks at one technical profile, and at nothing else: what it finds is kept for all policies that inherit the profile. */
  readonly checkProfile?: (profile: CheckedProfile, report: Report) => void
  /** Likewise, at one claim type. */
  readonly checkClaimType?: (claimType: ClaimType, report: Report) => void
  /** Likewise, at one claims transformation. */
  readonly checkTransformation?: (transformation: ClaimsTransformation, report: Report) => void
  /** Likewise, at one content definition. */
  readonly checkContentDefinition?: (definition: ContentDefinition, report: Report) => void
  /** Likewise, at the texts of one language. */
  readonly checkResources?: (resources: LocalizedResources, report: Report) => void
  /** Likewise, at the steps of one journey. */
  readonly checkSteps?: (steps: ReadonlyArray<PlacedStep>, report: Report) => void
}
