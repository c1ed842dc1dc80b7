/** Switches for developers must not be on in production. */
import { childrenOf, keyOf, type Policy, type Span } from '@trustframe/policy'
import { metadataContract } from '../metadataContract.ts'
import { saysTrue } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'

const switches: ReadonlySet<string> = new Set(['debugmode', 'developermode'])

/** `JourneyInsights` records the claims of every journey. */
const insights = ({ relyingParty }: Policy): ReadonlyArray<Span> =>
  (relyingParty === undefined ? [] : childrenOf(relyingParty.element, 'UserJourneyBehaviors'))
    .flatMap((behaviors) => childrenOf(behaviors, 'JourneyInsights'))
    .flatMap(({ attributes }) => attributes)
    .filter(({ name, value }) => name === 'DeveloperMode' && /^\s*(?:true|1)\s*$/i.test(value))
    .map(({ valueSpan }) => valueSpan)

export const debugSwitches: Rule = {
  code: 'TF3604',
  name: 'debug-switches',
  title: 'switch for developers is on',
  severity: 'warning',
  origin: 'advice',
  checkProfile: ({ contract, profile }, report) => {
    for (const { key, value } of profile.metadata) {
      if (!switches.has(keyOf(key.value)) || !saysTrue(value)) continue
      if (contract === undefined || metadataContract(contract, key.value) === undefined) continue
      report(value.span, {
        message: `${key.value} of "${profile.id.value}" is on: ${contract.kind === 'telemetry' ? 'every event is sent at once' : 'users see what the service tells developers'}`,
        help: 'use a setting for it, and false in production'
      })
    }
  },
  check: ({ policy }, report) => {
    for (const span of insights(policy)) {
      report(span, {
        message: 'DeveloperMode of JourneyInsights is on: the claims of every journey are sent to Application Insights',
        help: 'use a setting for it, and false in production'
      })
    }
  }
}
