/** Metadata that a handler requires must be there. */
import { keyOf, suggest } from '@trustframe/policy'
import { itemOf } from '../profileMetadata.ts'
import { metadataContract } from '../metadataContract.ts'
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'
import { stepsOf, typeOf } from '../steps.ts'

export const requiredMetadata: Rule = {
  ...completes('TF2001'),
  name: 'required-metadata',
  check: ({ policy, running }, report) => {
    // A combined step shows its form with a content definition of its own.
    const combined = new Set(
      stepsOf(policy)
        .filter(({ step }) => typeOf(step) === 'combinedsigninandsignup')
        .flatMap(({ step }) =>
          step.claimsExchanges.map((exchange) => keyOf(exchange.technicalProfileReferenceId.value))
        )
    )
    for (const { contract, profile } of running) {
      for (const { aliases = [], key, required, summary } of contract?.metadata ?? []) {
        if (contract === undefined || required !== true) continue
        if (key === 'ContentDefinitionReferenceId' && combined.has(keyOf(profile.id.value))) continue
        if ([key, ...aliases].some((name) => itemOf(profile, name) !== undefined)) continue
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
