/** After a selection, only what can be selected is ever exchanged. */
import { keyOf, type OrchestrationStep } from '@trustframe/policy'
import type { CheckedPolicy } from '../CheckedPolicy.ts'
import { valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'
import { isSelection, stepsWhere } from '../steps.ts'

/** Links of a page that start an exchange of the next step. */
const links = ['SignUpTarget', 'setting.forgotPasswordLinkOverride']

const selectable = (policy: CheckedPolicy, selection: OrchestrationStep): ReadonlySet<string> => {
  const targets = selection.selections.map(({ targetClaimsExchangeId }) => targetClaimsExchangeId)
  const linked = selection.claimsExchanges.flatMap(({ technicalProfileReferenceId }) => {
    const profile = policy.profile(technicalProfileReferenceId.value)?.profile
    return profile === undefined ? [] : links.map((key) => valueOf(profile, key))
  })
  return new Set([...targets, ...linked].flatMap((text) => (text === undefined ? [] : [keyOf(text.value)])))
}

/** The steps of which a selection chooses one exchange. */
const afterSelections = stepsWhere(({ previous, step }) => isSelection(previous) && step.claimsExchanges.length > 1)

export const unselectedExchange: Rule = {
  code: 'TF3204',
  name: 'unselected-exchange',
  title: 'claims exchange that cannot be selected',
  severity: 'warning',
  origin: 'b2c-fails',
  check: (policy, report) => {
    for (const { previous, step, within } of afterSelections(policy.policy)) {
      if (previous === undefined) continue
      const known = selectable(policy, previous)
      for (const { id } of step.claimsExchanges) {
        if (known.has(keyOf(id.value))) {
          report.clear(id)
          continue
        }
        report(id.span, {
          message: `claims exchange "${id.value}" of step ${step.order} of ${within} can never run: step ${previous.order} does not offer it`,
          help: `add <ClaimsProviderSelection TargetClaimsExchangeId="${id.value}" />, name it in SignUpTarget, or remove it`
        })
      }
    }
  }
}
