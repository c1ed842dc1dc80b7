/** The grammar of `RelyingParty` (policy-language.md section 5). */
import { child, element, group, optional, required, text, unique } from './ElementRule.ts'
import { technicalProfile } from './technicalProfile.ts'
import { guid, telemetryVersion } from './values.ts'
import { anyText, boolean, int, oneOf } from './ValueType.ts'

const userJourneyBehaviors = element({}, [
  child(
    'SingleSignOn',
    '?',
    element({
      Scope: required(oneOf('Suppressed', 'TrustFramework', 'Tenant', 'Application', 'Policy')),
      KeepAliveInDays: optional(int),
      EnforceIdTokenHintOnLogout: optional(boolean)
    })
  ),
  child('SessionExpiryType', '?', text(oneOf('Rolling', 'Absolute'))),
  child('SessionExpiryInSeconds', '?', text(int)),
  child('AzureApplicationInsights', '?', element({ InstrumentationKey: required(guid) })),
  child(
    'JourneyInsights',
    '?',
    element({
      InstrumentationKey: required(guid),
      TelemetryEngine: required(oneOf('ApplicationInsights')),
      DeveloperMode: optional(boolean),
      ClientEnabled: optional(boolean),
      ServerEnabled: optional(boolean),
      TelemetryVersion: optional(telemetryVersion)
    })
  ),
  child(
    'ContentDefinitionParameters',
    '?',
    group('Parameter', '+', text(anyText, { Name: required(anyText) }), 'replace', [
      unique('Parameter', 'Name', 'dictionary')
    ])
  ),
  child('JourneyFraming', '?', element({ Enabled: required(boolean), Sources: required(anyText) })),
  child('ScriptExecution', '?', text(oneOf('Disallow', 'Allow'))),
  child('OnError', '?', element({ Mode: required(oneOf('ReturnToRequestor', 'DisplayInService')) }))
])

/** `RelyingParty`. */
export const relyingParty = element({}, [
  child('DefaultUserJourney', '?', element({ ReferenceId: required(anyText) })),
  child(
    'Endpoints',
    '?',
    group('Endpoint', '+', element({ Id: required(anyText), UserJourneyReferenceId: required(anyText) }), 'replace', [
      unique('Endpoint')
    ])
  ),
  child('UserJourneyBehaviors', '?', userJourneyBehaviors),
  child('TechnicalProfile', '*', technicalProfile)
])
