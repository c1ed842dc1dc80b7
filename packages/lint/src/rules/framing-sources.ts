/** Pages may be framed by named sites only. */
import { childrenOf } from '@trustframe/policy'
import type { Rule } from '../Rule.ts'

export const framingSources: Rule = {
  code: 'TF3611',
  name: 'framing-sources',
  title: 'pages may be framed by anybody',
  severity: 'warning',
  origin: 'advice',
  check: ({ policy: { relyingParty } }, report) => {
    if (relyingParty === undefined) return
    const framing = childrenOf(relyingParty.element, 'UserJourneyBehaviors').flatMap((behaviors) =>
      childrenOf(behaviors, 'JourneyFraming')
    )
    for (const { attributes } of framing) {
      const sources = attributes.find(({ name }) => name === 'Sources')
      if (sources === undefined || !sources.value.includes('*')) continue
      report(sources.valueSpan, {
        message: 'JourneyFraming allows frames with a wildcard, so that other sites can catch clicks and keys',
        help: 'name each site: https://app.contoso.com'
      })
    }
  }
}
