import { sessionProvider } from '../../src/rules/session-provider.ts'
import { testRule } from '../support/testRule.ts'

testRule(sessionProvider, {
  'is reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <UseTechnicalProfileForSessionManagement ReferenceId="«AAD-Common»" />
</TechnicalProfile>`,
    finds: ['"AAD-Common" manages no sessions: its handler is AzureActiveDirectoryProvider']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="SelfAsserted-SignIn">
  <UseTechnicalProfileForSessionManagement ReferenceId="SM-AAD" />
</TechnicalProfile>`
  },
  'a technical profile that does not run': {
    given: `<TechnicalProfile Id="Unused">
  <DisplayName>Unused</DisplayName>
  <Protocol Name="OAuth2" />
  <UseTechnicalProfileForSessionManagement ReferenceId="«JwtIssuer»" />
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['"JwtIssuer" manages no sessions: its handler is JwtIssuer']
  }
})
