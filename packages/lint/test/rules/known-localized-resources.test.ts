import { knownLocalizedResources } from '../../src/rules/known-localized-resources.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownLocalizedResources, {
  'is reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LocalizedResourcesReferences MergeBehavior="Prepend">
    <LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="«api.selfasserted.en»" />
  </LocalizedResourcesReferences>
</ContentDefinition>`,
    finds: [
      'content definition "api.selfasserted" refers to the localized resources "api.selfasserted.en", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LocalizedResourcesReferences MergeBehavior="Prepend">
    <LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="api.selfasserted.en" />
  </LocalizedResourcesReferences>
</ContentDefinition>
<Localization Enabled="true">
  <SupportedLanguages DefaultLanguage="en" MergeBehavior="ReplaceAll">
    <SupportedLanguage>en</SupportedLanguage>
  </SupportedLanguages>
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="UxElement" StringId="button_continue">Go on</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`
  }
})
