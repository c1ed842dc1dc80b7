/** A RESTful technical profile should have its own words for what goes wrong: B2C's show the URL of the service. */
import { localizedErrors } from '../localizedErrors.ts'
import { itemOf } from '../profileMetadata.ts'
import { restfulProfiles } from '../restfulProfiles.ts'
import type { Rule } from '../Rule.ts'
import { all } from '../words.ts'

const byDefault = 'DefaultUserMessageIfRequestFailed'
const specific = ['UserMessageIfCircuitOpen', 'UserMessageIfDnsResolutionFailed', 'UserMessageIfRequestTimeout']

export const restfulMessages: Rule = {
  code: 'TF3501',
  name: 'restful-messages',
  title: 'RESTful technical profile without its own messages',
  severity: 'warning',
  origin: 'advice',
  check: (policy, report) => {
    const localized = localizedErrors(policy.policy)
    for (const profile of restfulProfiles(policy)) {
      const has = (key: string) => itemOf(profile, key) !== undefined || localized.has(key.toLowerCase())
      if (has(byDefault)) continue
      const missing = specific.filter((key) => !has(key))
      report(profile.id.span, {
        message: `when "${profile.id.value}" fails, users read B2C's own text, which shows them the URL of the service`,
        help: `add <Item Key="${byDefault}"> to its Metadata${missing.length < specific.length ? `; it is shown wherever ${all(missing)} would be` : ''}`
      })
    }
  }
}
