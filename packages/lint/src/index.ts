/** Rules over custom policies: what Azure AD B2C rejects, what fails at run time, and what will surprise. */
export { type CheckOptions, checkPolicies, type Level } from './checkPolicies.ts'
export { type DiagnosticCode, diagnosticCodes, diagnosticNames, findDiagnostic } from './codes.ts'
export { CheckedPolicy, type CheckedProfile } from './CheckedPolicy.ts'
export type { ClaimRead, ClaimReader, ClaimWrite, JourneyFlow, UnfilledOutput } from './flow/journeyFlow.ts'
export { lint, type LintOptions } from './lint.ts'
export type { Finding, Report, Rule } from './Rule.ts'
export type { PolicyReference, ReferenceKind } from './references.ts'
export { rules } from './rules.ts'
