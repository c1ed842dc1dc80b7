/** Metadata that a handler requires must be there. */
import type { MetadataContract } from '@trustframe/plan/handlers'
import { keyOf, type Policy, remember, suggest, type TechnicalProfile } from '@trustframe/policy'
import type { CheckedProfile } from '../CheckedPolicy.ts'
import { itemOf } from '../profileMetadata.ts'
import { metadataContract } from '../metadataContract.ts'
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { combinedSteps } from '../steps.ts'

/** What a technical profile does not say, and its handler requires. */
const lacking = remember(({ contract, profile }: CheckedProfile): ReadonlyArray<MetadataContract> =>
  (contract?.metadata ?? []).filter(
    ({ aliases = [], key, required }) =>
      required === true && [key, ...aliases].every((name) => itemOf(profile, name) === undefined)
  )
)

/** Whether a page is that of a combined step, which shows its form with a content definition of its own. */
const isCombined = (policy: Policy, { id }: TechnicalProfile): boolean =>
  combinedSteps(policy).some(({ step }) =>
    step.claimsExchanges.some((exchange) => keyOf(exchange.technicalProfileReferenceId.value) === keyOf(id.value))
  )

export const requiredMetadata: Rule = {
  ...completes('TF2001'),
  name: 'required-metadata',
  check: ({ policy, running }, report) => {
    for (const checked of running) {
      const { contract, profile } = checked
      for (const { key, summary } of lacking(checked)) {
        if (contract === undefined) continue
        if (key === 'ContentDefinitionReferenceId' && isCombined(policy, profile)) continue
        const unknown = profile.metadata.filter((item) => metadataContract(contract, item.key.value) === undefined)
        const near = suggest(
          key,
          unknown.map((item) => item.key.value)
        )
        const misspelt = unknown.find((item) => item.key.value === near)
        report(profile.id.span, {
          message: `technical profile "${profile.id.value}" lacks the metadata "${key}", which ${contract.name} requires`,
          help: `add <Item Key="${key}">: ${summary}`,
          ...(misspelt === undefined
            ? {}
            : { related: [{ message: `did you mean "${key}" here?`, span: misspelt.key.span }] })
        })
      }
    }
  }
}
