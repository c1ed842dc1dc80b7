/** Lists of claims that a handler cannot do without must not be empty. */
import type { Rule } from '../Rule.ts'

export const requiredClaims: Rule = {
  code: 'TF3108',
  name: 'required-claims',
  title: 'list of claims that the handler requires is empty',
  severity: 'error',
  origin: 'b2c-fails',
  check: ({ running }, report) => {
    for (const { contract, profile } of running) {
      if (contract === undefined) continue
      const { claims, name, partnerClaims = [] } = contract
      const lacks = (element: string, summary: string) =>
        report(profile.id.span, {
          message: `technical profile "${profile.id.value}" has no ${element}, which ${name} requires`,
          help: summary
        })
      // Where a claim by name is missing, that is said instead.
      const named = partnerClaims.some(({ in: collection, required }) => collection === 'InputClaims' && required)
      if (claims.inputClaims === 'required' && profile.inputClaims.length === 0 && !named) {
        lacks('InputClaims', contract.summary)
      }
      if (claims.outputClaims === 'required' && profile.outputClaims.length === 0)
        lacks('OutputClaims', contract.summary)
    }
  }
}
