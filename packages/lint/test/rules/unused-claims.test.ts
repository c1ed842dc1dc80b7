import { unusedClaims } from '../../src/rules/unused-claims.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(unusedClaims, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <PersistedClaims>
    «<PersistedClaim ClaimTypeReferenceId="tier" />»
  </PersistedClaims>
</TechnicalProfile>`,
    finds: ['RestfulProvider does not use PersistedClaims']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <OutputClaims>
    <OutputClaim ClaimTypeReferenceId="tier" />
  </OutputClaims>
</TechnicalProfile>`
  },
  'validations of something that is no page': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <ValidationTechnicalProfiles>
    «<ValidationTechnicalProfile ReferenceId="SM-Noop" />»
  </ValidationTechnicalProfiles>
</TechnicalProfile>`,
    finds: ['AzureActiveDirectoryProvider does not use ValidationTechnicalProfiles']
  }
})
