/** A technical profile that runs must have a protocol, of its own or of one that it includes. */
import { referencesTo } from '../references.ts'
import type { Rule } from '../Rule.ts'

export const profileProtocol: Rule = {
  code: 'TF3102',
  name: 'profile-protocol',
  title: 'technical profile without a protocol',
  severity: 'error',
  origin: 'b2c-rejects',
  check: (checked, report) => {
    for (const { profile } of checked.running) {
      if (profile.protocol !== undefined) continue
      const [user] = referencesTo(checked, profile)
      report(profile.id.span, {
        message: `technical profile "${profile.id.value}" has no protocol`,
        help: 'add a Protocol, or include a technical profile that has one',
        ...(user === undefined ? {} : { related: [{ message: `${user.from()} uses it`, span: user.text.span }] })
      })
    }
  }
}
