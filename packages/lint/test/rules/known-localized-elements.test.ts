import { knownLocalizedElements } from '../../src/rules/known-localized-elements.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownLocalizedElements, {
  'is reported': {
    given: `<Localization Enabled="true">
  <SupportedLanguages DefaultLanguage="en" MergeBehavior="ReplaceAll">
    <SupportedLanguage>en</SupportedLanguage>
  </SupportedLanguages>
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="ClaimType" ElementId="«displayname2»" StringId="DisplayName">Your name</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`,
    finds: [
      'localized resources "api.selfasserted.en" have a text for the claim type "displayname2", which the policy does not have'
    ]
  },
  'is not reported': {
    given: `<Localization Enabled="true">
  <SupportedLanguages DefaultLanguage="en" MergeBehavior="ReplaceAll">
    <SupportedLanguage>en</SupportedLanguage>
  </SupportedLanguages>
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="ClaimType" ElementId="displayName" StringId="DisplayName">Your name</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`
  },
  collections: {
    given: `<Localization Enabled="true">
  <SupportedLanguages DefaultLanguage="en" MergeBehavior="ReplaceAll">
    <SupportedLanguage>en</SupportedLanguage>
  </SupportedLanguages>
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedCollections>
      <LocalizedCollection ElementType="ClaimType" ElementId="«country»" TargetCollection="Restriction">
        <Item Text="France" Value="FR" />
      </LocalizedCollection>
    </LocalizedCollections>
  </LocalizedResources>
</Localization>`,
    finds: [
      'localized resources "api.selfasserted.en" have a text for the claim type "country", which the policy does not have'
    ]
  }
})
