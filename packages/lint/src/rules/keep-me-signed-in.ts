/** "Keep me signed in" needs the box on the page and the days in the relying party. */
import type { CheckedProfile } from '../CheckedPolicy.ts'
import type { JourneyFlow } from '../flow/journeyFlow.ts'
import { saysTrue, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const key = 'setting.enableRememberMe'

/** Whether a journey leads to a technical profile. */
const uses = ({ reads, writes }: JourneyFlow, { profile }: CheckedProfile): boolean =>
  writes.some(({ writer }) => writer.profile === profile) ||
  reads.some(({ by }) => 'reader' in by && by.reader.profile === profile)

export const keepMeSignedIn: Rule = {
  code: 'TF3509',
  name: 'keep-me-signed-in',
  title: 'keep me signed in without its other half',
  severity: 'warning',
  origin: 'b2c-fails',
  check: ({ flows, policy, profiles }, report) => {
    const { relyingParty } = policy
    if (relyingParty === undefined) return
    const days = relyingParty.userJourneyBehaviors?.singleSignOn?.keepAliveInDays
    const keeps = days !== undefined && Number(days.value) > 0
    const boxes = profiles.filter(
      (page) => saysTrue(valueOf(page.profile, key)) && flows.some((flow) => uses(flow, page))
    )
    for (const { profile } of boxes) {
      const value = valueOf(profile, key)
      if (value === undefined) continue
      if (keeps) report.clear(value)
      else {
        report(value.span, {
          message: `page "${profile.id.value}" offers to stay signed in, and policy "${policy.policyId.value}" keeps nobody signed in`,
          help: 'set KeepAliveInDays of SingleSignOn in the relying party'
        })
      }
    }
    if (keeps && boxes.length === 0) {
      report(days.span, {
        message: `users may stay signed in for ${days.value} days, and no page of the journey offers it`,
        help: `set ${key} to true on the sign-in page`
      })
    }
  }
}
