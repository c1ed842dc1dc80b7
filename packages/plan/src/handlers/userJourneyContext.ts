/** The contract of technical profiles that read the context of a journey. */
import { enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'

/** `Web.TPEngine.Providers.UserJourneyContextProvider`: the id of an output claim says what it takes. */
export const userJourneyContext = {
  name: 'UserJourneyContextProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.UserJourneyContextProvider',
  kind: 'local',
  runs: true,
  summary:
    "Gives facts about the journey, such as CorrelationId and IP-Address; not documented, seen in policies of B2C's makers.",
  source: 'samples',
  claims: {
    inputClaims: 'unused',
    outputClaims: 'required',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [...enabling]
} as const satisfies HandlerContract
