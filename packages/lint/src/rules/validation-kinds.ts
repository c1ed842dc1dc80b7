/** Validations run without the user. */
import type { Reference } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

/** Kinds that cannot run within a page. */
const unfit: Readonly<Partial<Record<string, string>>> = {
  page: 'it shows a page of its own',
  telemetry: 'it runs only as a step',
  issuer: 'it issues tokens',
  session: 'it manages sessions'
}

export const validationKinds: Rule = {
  code: 'TF3117',
  name: 'validation-kinds',
  title: 'validation that cannot run within a page',
  severity: 'error',
  origin: 'b2c-fails',
  check: (policy, report) => {
    const check = ({ referenceId }: Reference) => {
      const validation = policy.profile(referenceId.value)
      const why = unfit[validation?.contract?.kind ?? '']
      if (validation === undefined || why === undefined) return
      report(referenceId.span, {
        message: `"${validation.profile.id.value}" cannot be a validation: ${why}`,
        help: 'give it an orchestration step',
        related: [{ message: 'it is defined here', span: validation.profile.id.span }]
      })
    }
    for (const { profile } of policy.profiles) profile.validationTechnicalProfiles.forEach(check)
    for (const { actions } of policy.policy.displayControls.values()) {
      for (const { validationProfiles } of actions) validationProfiles.forEach(check)
    }
  }
}
