/** An output claim of a page must come from the user, a validation, a default value or an earlier step. */
import type { Rule } from '../Rule.ts'

export const pageOutputFilled: Rule = {
  code: 'TF3308',
  name: 'page-output-filled',
  title: 'output claim of a page that nothing fills',
  severity: 'warning',
  origin: 'b2c-fails',
  oncePerPlace: true,
  check: ({ flows }, report) => {
    for (const { journey, unfilled } of flows) {
      for (const { claim, page } of unfilled) {
        const { displayClaims, id } = page.profile
        report(claim.span, {
          message: `page "${id.value}" outputs "${claim.value}" in user journey "${journey.id.value}", and nothing gives it a value`,
          help:
            displayClaims.length > 0
              ? 'add it to DisplayClaims, let a validation output it, or remove it'
              : 'give the claim type a UserInputType, let a validation output it, or remove it'
        })
      }
    }
  }
}
