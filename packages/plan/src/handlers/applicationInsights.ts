/** The contract of technical profiles that send events to Application Insights. */
import { claimResolving, enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, item, needs, text } from './rows.ts'

/** `Web.TPEngine.Providers.Insights.AzureApplicationInsightsProvider`: tells that something happened. */
export const applicationInsights = {
  name: 'AzureApplicationInsightsProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.Insights.AzureApplicationInsightsProvider',
  kind: 'telemetry',
  runs: true,
  summary: 'Sends an event with properties to Application Insights.',
  source: 'analytics-with-application-insights',
  claims: {
    inputClaims: 'required',
    outputClaims: 'unused',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item('InstrumentationKey', text, 'documented', 'The key of the Application Insights resource.', { required: true }),
    item('DeveloperMode', boolean, 'documented', 'Whether events are sent at once.', { default: 'false' }),
    item('DisableTelemetry', boolean, 'documented', 'Whether nothing is sent.', { default: 'false' }),
    claimResolving,
    ...enabling
  ],
  partnerClaims: [needs('eventName', 'The name of the event.')]
} as const satisfies HandlerContract
