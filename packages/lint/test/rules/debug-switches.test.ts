import { debugSwitches } from '../../src/rules/debug-switches.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(debugSwitches, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="DebugMode">«true»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['DebugMode of "REST-GetTier" is on: users see what the service tells developers']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
    <Item Key="DebugMode">false</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'insights of a journey': {
    given: `<RelyingParty>
  <DefaultUserJourney ReferenceId="SignIn" />
  <UserJourneyBehaviors>
    <JourneyInsights TelemetryEngine="ApplicationInsights" InstrumentationKey="0f2c5e8a-5d3f-4f0b-9a54-2b8d2f6f1c11" DeveloperMode="«true»" ClientEnabled="false" ServerEnabled="true" TelemetryVersion="1.0.0" />
  </UserJourneyBehaviors>
</RelyingParty>`,
    finds: ['DeveloperMode of JourneyInsights is on: the claims of every journey are sent to Application Insights']
  },
  telemetry: {
    given: `<TechnicalProfile Id="Insights">
  <DisplayName>Insights</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.Insights.AzureApplicationInsightsProvider')}" />
  <Metadata>
    <Item Key="InstrumentationKey">0f2c5e8a-5d3f-4f0b-9a54-2b8d2f6f1c11</Item>
    <Item Key="DeveloperMode">«True»</Item>
  </Metadata>
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="city" PartnerClaimType="eventName" DefaultValue="SignIn" />
  </InputClaims>
</TechnicalProfile>`,
    finds: ['DeveloperMode of "Insights" is on: every event is sent at once']
  }
})
