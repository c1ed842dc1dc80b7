/** Every diagnostic code of Trustframe: of reading policies, of compiling them, and of the rules. */
import { planCodes } from '@trustframe/plan'
import { codes as policyCodes, type Origin, type Severity } from '@trustframe/policy'
import { rules } from './rules.ts'
import { suppressionCodes } from './suppressionCodes.ts'

/** What a code stands for. */
export interface DiagnosticCode {
  readonly code: string
  /** The name of the rule, where a rule gives it. */
  readonly name: string | undefined
  readonly title: string
  readonly severity: Severity
  readonly origin: Origin
}

type Table = Readonly<Record<string, Pick<DiagnosticCode, 'origin' | 'severity' | 'title'>>>

const names: ReadonlyMap<string, string> = new Map(rules.map(({ code, name }) => [code, name]))

const ofTable = (table: Table): ReadonlyArray<DiagnosticCode> =>
  Object.entries(table).map(([code, { origin, severity, title }]) => ({
    code,
    name: names.get(code),
    title,
    severity,
    origin
  }))

/** All codes, in ascending order. */
export const diagnosticCodes: ReadonlyArray<DiagnosticCode> = [
  ...ofTable(policyCodes),
  ...ofTable(planCodes),
  ...rules.filter(({ code }) => !Object.hasOwn(planCodes, code)),
  ...ofTable(suppressionCodes)
].toSorted((a, b) => (a.code < b.code ? -1 : 1))

const known: ReadonlyMap<string, DiagnosticCode> = new Map(
  diagnosticCodes.flatMap((info) =>
    [info.code, ...(info.name === undefined ? [] : [info.name])].map((key) => [key.toLowerCase(), info])
  )
)

/** The diagnostic that a code or the name of a rule means, in any case. */
export const findDiagnostic = (codeOrName: string): DiagnosticCode | undefined => known.get(codeOrName.toLowerCase())

/** All codes and names of rules, for suggestions. */
export const diagnosticNames: ReadonlyArray<string> = diagnosticCodes.flatMap(({ code, name }) =>
  name === undefined ? [code] : [code, name]
)
