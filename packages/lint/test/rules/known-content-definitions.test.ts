import { knownContentDefinitions } from '../../src/rules/known-content-definitions.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownContentDefinitions, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">«api.selfaserted»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: [
      'technical profile "SelfAsserted-SignIn" refers to the content definition "api.selfaserted", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">api.selfasserted</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'a page that does not run': {
    given: `<TechnicalProfile Id="Unused">
  <DisplayName>Unused</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.SelfAssertedAttributeProvider')}" />
  <Metadata>
    <Item Key="ContentDefinitionReferenceId">«api.nothing»</Item>
  </Metadata>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: [
      'technical profile "Unused" refers to the content definition "api.nothing", which neither the policy nor its base policies have'
    ]
  }
})
