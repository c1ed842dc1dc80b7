/** Sessions and refresh tokens should end. */
import { saysTrue, valueOf } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

export const endlessSessions: Rule = {
  code: 'TF3613',
  name: 'endless-sessions',
  title: 'refresh tokens that never end',
  severity: 'warning',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    if (contract?.name !== 'JwtIssuer') return
    const endless = valueOf(profile, 'allow_infinite_rolling_refresh_token')
    if (endless === undefined || !saysTrue(endless)) return
    report(endless.span, {
      message: `"${profile.id.value}" lets refresh tokens be renewed for ever: a stolen one never ends`,
      help: 'set rolling_refresh_token_lifetime_secs instead'
    })
  }
}
