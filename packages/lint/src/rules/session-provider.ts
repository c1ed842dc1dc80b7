/** Sessions are managed by session providers. */
import { completes } from '../completes.ts'
import type { Rule } from '../Rule.ts'

export const sessionProvider: Rule = {
  ...completes('TF2038'),
  name: 'session-provider',
  check: (policy, report) => {
    for (const { profile } of policy.profiles) {
      const reference = profile.useTechnicalProfileForSessionManagement?.referenceId
      const session = reference === undefined ? undefined : policy.profile(reference.value)
      if (reference === undefined || session?.contract === undefined || session.contract.kind === 'session') continue
      report(reference.span, {
        message: `"${session.profile.id.value}" manages no sessions: its handler is ${session.contract.name}`,
        help: 'refer to a technical profile with a session provider, such as SM-Noop',
        related: [{ message: 'it is defined here', span: session.profile.id.span }]
      })
    }
  }
}
