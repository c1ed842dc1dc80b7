import { knownHandlers } from '../../src/rules/known-handlers.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownHandlers, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="«Web.TPEngine.Providers.RestProvider, Web.TPEngine, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null»" />
</TechnicalProfile>`,
    finds: ['there is no handler "Web.TPEngine.Providers.RestProvider"']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
</TechnicalProfile>`
  },
  'protocols that nothing speaks, and a handler that is missing': {
    given: `<TechnicalProfile Id="Federation">
  <DisplayName>Federation</DisplayName>
  <Protocol Name="«WsFed»" />
</TechnicalProfile>
<TechnicalProfile Id="Nothing">
  <DisplayName>Nothing</DisplayName>
  «<Protocol Name="Proprietary" />»
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: [
      'the protocol "WsFed" is in the schema, and no technical profile can use it',
      'technical profile "Nothing" has the protocol "Proprietary" and no handler'
    ]
  }
})
