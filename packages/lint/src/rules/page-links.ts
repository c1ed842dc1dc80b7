/** Links of a page must lead to claims exchanges of the next step. */
import { keyOf } from '@trustframe/policy'
import { valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'
import { combinedSteps } from '../steps.ts'
import { didYouMean } from '../words.ts'

const links = ['SignUpTarget', 'setting.forgotPasswordLinkOverride']

export const pageLinks: Rule = {
  code: 'TF3205',
  name: 'page-links',
  title: 'link of a page that leads nowhere',
  severity: 'error',
  origin: 'b2c-fails',
  check: (policy, report) => {
    // Elsewhere the page has no such links.
    for (const { next, step, within } of combinedSteps(policy.policy)) {
      const following = (next?.claimsExchanges ?? []).map(({ id }) => id.value)
      for (const { technicalProfileReferenceId } of step.claimsExchanges) {
        const page = policy.profile(technicalProfileReferenceId.value)
        if (page?.contract?.kind !== 'page') continue
        const { profile } = page
        // A link that is not shown may lead anywhere.
        const hidden = keyOf(valueOf(profile, 'setting.showSignupLink')?.value ?? 'true') === 'false'
        for (const key of links) {
          const target = valueOf(profile, key)
          if (target === undefined || (hidden && key === 'SignUpTarget')) continue
          if (following.some((id) => keyOf(id) === keyOf(target.value))) {
            report.clear(target)
            continue
          }
          report(target.span, {
            message: `the link of "${profile.id.value}" leads to "${target.value}", which is no claims exchange of the step after step ${step.order} of ${within}`,
            ...didYouMean(target, following, 'add a ClaimsExchange of that Id to the next step')
          })
        }
      }
    }
  }
}
