/** `conformance corpus`: reads and checks a folder of policies, and tells which references of its relying parties find nothing. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Json, stringifyJsonIndented } from '@trustframe/claims'
import { CheckedPolicy, checkPolicies, type ReferenceKind } from '@trustframe/lint'
import { type Diagnostic, parsePolicy, type PolicyFile, resolvePolicies } from '@trustframe/policy'
import { type Chain, chainsOf } from './journeys/chains.ts'
import { UsageError } from './UsageError.ts'

const formats = ['text', 'json'] as const

const readArguments = (args: ReadonlyArray<string>) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' } }
    })
    const [folder, ...others] = positionals
    if (folder === undefined || others.length > 0) throw new UsageError('corpus takes one folder: corpus DIR')
    if (!formats.some((format) => format === values.format)) {
      throw new UsageError(`--format is "${values.format}"; expected ${formats.join(' or ')}`)
    }
    return { folder, format: values.format }
  } catch (error) {
    throw error instanceof Error ? new UsageError(error.message) : error
  }
}

/** What came of a policy file. */
export interface FileReport {
  /** Below the folder. */
  readonly path: string
  /** Whether it is well-formed and names a policy. */
  readonly read: boolean
  /** How many, in the file itself, by way of whichever relying party they were found. */
  readonly errors: number
  readonly warnings: number
}

/** What came of a relying-party policy with all that it inherits. */
export interface ChainReport {
  readonly relyingParty: string
  /** Whether all its bases are there and every reference finds something. */
  readonly resolved: boolean
  /** The ids that find nothing, by what they refer to. */
  readonly unresolved: Readonly<Record<string, ReadonlyArray<string>>>
}

/** What came of a folder. */
export interface CorpusReport {
  readonly files: ReadonlyArray<FileReport>
  readonly chains: ReadonlyArray<ChainReport>
  /** How many of each code, each place counted once. */
  readonly diagnostics: Readonly<Record<string, number>>
  readonly totals: {
    readonly files: number
    readonly read: number
    readonly chains: number
    readonly resolved: number
    readonly errors: number
    readonly warnings: number
  }
}

/** A journey cannot run without these; other references, as those of localized texts, do no harm. */
const required: ReadonlySet<ReferenceKind> = new Set([
  'claimType',
  'technicalProfile',
  'claimsTransformation',
  'contentDefinition',
  'displayControl',
  'userJourney',
  'subJourney'
])

const unresolvedOf = (checked: CheckedPolicy): ChainReport['unresolved'] => {
  const found = new Map<ReferenceKind, Set<string>>()
  for (const { kind, target, text } of checked.looseReferences) {
    if (target !== undefined || text.value === '' || !required.has(kind)) continue
    found.set(kind, (found.get(kind) ?? new Set()).add(text.value))
  }
  return Object.fromEntries([...found].map(([kind, ids]) => [kind, [...ids].toSorted()]))
}

/** Each diagnostic once, however many relying parties share the file that it is in. */
class Found {
  readonly byPlace = new Map<string, Diagnostic>()

  add(diagnostics: ReadonlyArray<Diagnostic>): void {
    for (const diagnostic of diagnostics) {
      const { code, message, span } = diagnostic
      this.byPlace.set([code, span.source.path, span.start, message].join('\n'), diagnostic)
    }
  }
}

const chainReport = (
  chain: Chain,
  read: (path: string) => PolicyFile
): { readonly report: ChainReport; readonly diagnostics: ReadonlyArray<Diagnostic> } => {
  const files = chain.files.map(read)
  const leaf = files[0] ?? read(chain.relyingParty)
  const set = resolvePolicies(files.length === 0 ? [leaf] : files)
  const diagnostics = checkPolicies(set)
  const { policy } = set.effective(leaf)
  const base = files.length === 0 ? leaf.basePolicy?.policyId.value : undefined
  const unresolved = {
    ...(base === undefined ? {} : { basePolicy: [base] }),
    ...(policy === undefined || base !== undefined ? {} : unresolvedOf(new CheckedPolicy(policy)))
  }
  const resolved = files.length > 0 && policy !== undefined && Object.keys(unresolved).length === 0
  return { report: { relyingParty: chain.relyingParty, resolved, unresolved }, diagnostics }
}

const number = (diagnostics: ReadonlyArray<Diagnostic>, severity: Diagnostic['severity']) =>
  diagnostics.filter((diagnostic) => diagnostic.severity === severity).length

/** Reads and checks everything in a folder. */
export const corpusReport = (folder: string): CorpusReport => {
  const chains = chainsOf(folder)
  const files = new Map<string, PolicyFile>()
  const read = (path: string): PolicyFile => {
    const known = files.get(path)
    if (known !== undefined) return known
    const file = parsePolicy({ path, bytes: readFileSync(join(folder, path)) })
    files.set(path, file)
    return file
  }
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.toLowerCase().endsWith('.xml') && statSync(join(folder, path)).isFile())
    .toSorted()
  paths.forEach(read)

  const found = new Found()
  const reports = chains.map((chain) => {
    const { diagnostics, report } = chainReport(chain, read)
    found.add(diagnostics)
    return report
  })
  const chained = new Set(chains.flatMap((chain) => [chain.relyingParty, ...chain.files]))
  // What no relying party inherits cannot be judged as a whole policy; it is read alone.
  for (const [path, file] of files) if (!chained.has(path)) found.add(file.diagnostics)

  const all = [...found.byPlace.values()]
  const inFile = Map.groupBy(all, ({ span }) => span.source.path)
  const fileReports = [...files].map(([path, file]): FileReport => {
    const diagnostics = inFile.get(path) ?? []
    return {
      path,
      read: file.wellFormed && file.policyId !== undefined,
      errors: number(diagnostics, 'error'),
      warnings: number(diagnostics, 'warning')
    }
  })
  const codes = [...Map.groupBy(all, ({ code }) => code)].map(([code, { length }]) => [code, length] as const)
  return {
    files: fileReports,
    chains: reports,
    diagnostics: Object.fromEntries(codes.toSorted(([left], [right]) => (left < right ? -1 : 1))),
    totals: {
      files: fileReports.length,
      read: fileReports.filter((file) => file.read).length,
      chains: reports.length,
      resolved: reports.filter(({ resolved }) => resolved).length,
      errors: number(all, 'error'),
      warnings: number(all, 'warning')
    }
  }
}

const textReport = ({ chains, diagnostics, files, totals }: CorpusReport): string =>
  [
    ...files.filter(({ read }) => !read).map(({ path }) => `not read    ${path}`),
    ...chains
      .filter(({ resolved }) => !resolved)
      .flatMap(({ relyingParty, unresolved }) => [
        `unresolved  ${relyingParty}`,
        ...Object.entries(unresolved).map(([kind, ids]) => `              ${kind}: ${ids.join(', ')}`)
      ]),
    ...Object.entries(diagnostics).map(([code, times]) => `${code}      ${times}`),
    `${totals.read} of ${totals.files} files read, ${totals.resolved} of ${totals.chains} relying parties resolved, ` +
      `${totals.errors} errors, ${totals.warnings} warnings`
  ].join('\n')

const jsonReport = (report: CorpusReport): string => {
  const json: Json = {
    files: report.files.map((file) => ({ ...file })),
    chains: report.chains.map(({ relyingParty, resolved, unresolved }) => ({
      relyingParty,
      resolved,
      unresolved: Object.fromEntries(Object.entries(unresolved).map(([kind, ids]) => [kind, [...ids]]))
    })),
    diagnostics: { ...report.diagnostics },
    totals: { ...report.totals }
  }
  return stringifyJsonIndented(json).replaceAll('\r\n', '\n')
}

/** The subcommand: what is wrong with the policies is its answer, so that it only fails when a file could not be read. */
export const corpus = (args: ReadonlyArray<string>): number => {
  const { folder, format } = readArguments(args)
  const report = corpusReport(folder)
  console.log(format === 'json' ? jsonReport(report) : textReport(report))
  return report.totals.read === report.totals.files ? 0 : 1
}
