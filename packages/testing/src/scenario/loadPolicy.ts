/** From the texts of policies to the plan of what is run. */
import { type CompileEnvironment, compileJourney, compileSingleProfile, type JourneyPlan } from '@trustframe/plan'
import { parsePolicy, type Policy, resolvePolicies, type Settings } from '@trustframe/policy'
import { selectPolicy } from '@trustframe/runtime'
import { problemOf, ScenarioProblem } from './ScenarioProblem.ts'
import type { Run, Situation } from './Situation.ts'

const isSettings = (settings: NonNullable<Situation['settings']>): settings is Settings =>
  typeof settings['values'] === 'object'

const settingsOf = (settings: Situation['settings']): Settings | undefined => {
  if (settings === undefined || isSettings(settings)) return settings
  return { environment: '', values: settings }
}

/** The effective policy of a situation. Throws `ScenarioProblem`. */
export const loadPolicy = ({ policies, policy: named, settings }: Situation): Policy => {
  const values = settingsOf(settings)
  const files = Object.entries(policies)
    .map(([path, text]) => parsePolicy({ path, text, ...(values === undefined ? {} : { settings: values }) }))
    .filter(({ root }) => root === undefined || root.name === 'TrustFrameworkPolicy')
  const selection = selectPolicy(files, named)
  if (selection._tag === 'Undecided') throw new ScenarioProblem(`${selection.message}\n  help: ${selection.help}`)
  const { chain, diagnostics, policy } = resolvePolicies(files).effective(selection.policyId)
  const problem = problemOf([...chain.flatMap((file) => file.diagnostics), ...diagnostics])
  if (problem !== undefined) throw problem
  if (policy === undefined) throw new ScenarioProblem(`policy "${selection.policyId}" cannot be resolved`)
  return policy
}

/** The plan of what is run. Throws `ScenarioProblem`. */
export const planOf = (policy: Policy, { journey, profile }: Run, environment: CompileEnvironment): JourneyPlan => {
  if (journey !== undefined && profile !== undefined) {
    throw new ScenarioProblem('a journey or a technical profile can be run, not both at once')
  }
  const { diagnostics, plan } =
    profile === undefined
      ? compileJourney(policy, journey, environment)
      : compileSingleProfile(policy, profile, environment)
  const problem = problemOf(diagnostics)
  if (problem !== undefined) throw problem
  if (plan === undefined) throw new ScenarioProblem(`policy "${policy.policyId.value}" cannot be run`)
  return plan
}
