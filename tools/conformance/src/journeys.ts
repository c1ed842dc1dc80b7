/** `conformance journeys`: walks the journeys of a folder of policies as a generic person would. */
import { parseArgs } from 'node:util'
import { stringifyJsonIndented } from '@trustframe/claims'
import { compileJourney } from '@trustframe/plan'
import * as Effect from 'effect/Effect'
import { type Chain, chainsOf, policyOf, requestParametersOf } from './journeys/chains.ts'
import type { Reason } from './journeys/endOf.ts'
import { type JourneyReport, jsonReport, textReport, totalsOf } from './journeys/report.ts'
import { type Path, walk } from './journeys/walk.ts'
import { UsageError } from './UsageError.ts'

const formats = ['text', 'json'] as const

const readArguments = (args: ReadonlyArray<string>) => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string', default: 'text' }, only: { type: 'string', default: '' } }
    })
    const [folder, ...others] = positionals
    if (folder === undefined || others.length > 0) throw new UsageError('journeys takes one folder: journeys DIR')
    if (!formats.some((format) => format === values.format)) {
      throw new UsageError(`--format is "${values.format}"; expected ${formats.join(' or ')}`)
    }
    return { folder, format: values.format, only: values.only }
  } catch (error) {
    throw error instanceof Error ? new UsageError(error.message) : error
  }
}

const stopped = (reason: Reason, detail: string): Path => ({
  choices: [],
  end: 'stopped',
  reason,
  detail,
  stateBytes: 0
})

/** Walks one relying-party policy; what keeps it from starting is its only path. */
export const walkChain = (folder: string, chain: Chain): Effect.Effect<JourneyReport> =>
  Effect.gen(function* () {
    const { relyingParty } = chain
    const policy = policyOf(folder, chain)
    if (typeof policy === 'string') return { relyingParty, paths: [stopped('outside', policy)] }
    const compile = () => compileJourney(policy, undefined, { policyKey: (name) => `secret of ${name}` })
    const { diagnostics, plan } = compile()
    if (plan === undefined) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error')
      const reason = errors.every(({ origin }) => origin === 'unsupported') ? 'later' : 'outside'
      return { relyingParty, paths: [stopped(reason, errors.map(({ message }) => message).join('; '))] }
    }
    // Compiled anew, the policy stands for that of another process.
    const { plan: again = plan } = compile()
    return { relyingParty, ...(yield* walk(plan, { again, parameters: requestParametersOf(folder, chain) })) }
  })

/** Walks all relying-party policies of a folder. */
export const walkFolder = (folder: string, only = ''): Effect.Effect<ReadonlyArray<JourneyReport>> =>
  Effect.forEach(
    chainsOf(folder).filter(({ relyingParty }) => relyingParty.includes(only)),
    (chain) => walkChain(folder, chain)
  )

/** The subcommand; it fails when a path is our fault. */
export const journeys = async (args: ReadonlyArray<string>): Promise<number> => {
  const { folder, format, only } = readArguments(args)
  const found = await Effect.runPromise(walkFolder(folder, only))
  console.log(format === 'json' ? stringifyJsonIndented(jsonReport(found)) : textReport(found))
  return totalsOf(found).reasons.fault === 0 ? 0 : 1
}
