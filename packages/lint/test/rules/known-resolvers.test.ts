import { knownResolvers } from '../../src/rules/known-resolvers.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownResolvers, {
  'is reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LoadUri>«https://pages.contoso.com/{Culture:Language}/signup.html»</LoadUri>
</ContentDefinition>`,
    finds: ['there is no claims resolver {Culture:Language}']
  },
  'is not reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LoadUri>https://pages.contoso.com/{Culture:RFC5646}/signup.html</LoadUri>
</ContentDefinition>`
  },
  'a default value of a technical profile that does not run': {
    given: `<TechnicalProfile Id="Unused">
  <DisplayName>Unused</DisplayName>
  <Protocol Name="OAuth2" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="tier" DefaultValue="«{OIDC:LogonHint}»" />
  </InputClaims>
</TechnicalProfile>
<UserJourney Id="SignIn" />`,
    finds: ['there is no claims resolver {OIDC:LogonHint}']
  }
})
