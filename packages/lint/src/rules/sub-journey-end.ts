/** A sub journey that is called comes back; one that is transferred to sends the claims itself. */
import { keyOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'
import { typeOf } from '../steps.ts'

export const subJourneyEnd: Rule = {
  code: 'TF3207',
  name: 'sub-journey-end',
  title: 'sub journey that ends in the wrong way',
  severity: 'error',
  origin: 'b2c-fails',
  check: ({ policy }, report) => {
    for (const { id, orchestrationSteps, type } of policy.subJourneys.values()) {
      const sends = orchestrationSteps.find((step) => typeOf(step) === 'sendclaims')
      if (keyOf(type.value) === 'call' && sends !== undefined) {
        report(sends.type.span, {
          message: `sub journey "${id.value}" is called and comes back; it cannot send claims`,
          help: 'set its Type to Transfer, or leave SendClaims to the user journey'
        })
      } else if (keyOf(type.value) === 'transfer' && sends === undefined && orchestrationSteps.length > 0) {
        report(type.span, {
          message: `sub journey "${id.value}" does not come back; it must send claims itself`,
          help: 'add a last step SendClaims, or set its Type to Call'
        })
      }
    }
  }
}
