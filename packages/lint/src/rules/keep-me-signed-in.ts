/** "Keep me signed in" needs the box on the page and the days in the relying party. */
import { saysTrue, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const key = 'setting.enableRememberMe'

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
    const used = new Set(
      flows.flatMap(({ reads, writes }) => [
        ...writes.map(({ writer }) => writer.profile),
        ...reads.flatMap(({ by }) => ('reader' in by ? [by.reader.profile] : []))
      ])
    )
    const boxes = profiles.filter(({ profile }) => used.has(profile) && saysTrue(valueOf(profile, key)))
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
