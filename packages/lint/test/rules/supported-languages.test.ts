import { supportedLanguages } from '../../src/rules/supported-languages.ts'
import { testRule } from '../support/testRule.ts'

testRule(supportedLanguages, {
  'is reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LocalizedResourcesReferences MergeBehavior="Prepend">
    <LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="api.selfasserted.en" />
    <LocalizedResourcesReference Language="«fr»" LocalizedResourcesReferenceId="api.selfasserted.fr" />
  </LocalizedResourcesReferences>
</ContentDefinition>
<Localization Enabled="true">
  <SupportedLanguages DefaultLanguage="en" MergeBehavior="ReplaceAll">
    <SupportedLanguage>en</SupportedLanguage>
  </SupportedLanguages>
  <LocalizedResources Id="api.selfasserted.en" />
  <LocalizedResources Id="api.selfasserted.fr" />
</Localization>`,
    finds: ['content definition "api.selfasserted" has texts in "fr", which is not among the supported languages']
  },
  'is not reported': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LocalizedResourcesReferences MergeBehavior="Prepend">
    <LocalizedResourcesReference Language="en" LocalizedResourcesReferenceId="api.selfasserted.en" />
    <LocalizedResourcesReference Language="fr" LocalizedResourcesReferenceId="api.selfasserted.fr" />
  </LocalizedResourcesReferences>
</ContentDefinition>
<Localization Enabled="true">
  <SupportedLanguages DefaultLanguage="en" MergeBehavior="ReplaceAll">
    <SupportedLanguage>en</SupportedLanguage>
    <SupportedLanguage>fr</SupportedLanguage>
  </SupportedLanguages>
  <LocalizedResources Id="api.selfasserted.en" />
  <LocalizedResources Id="api.selfasserted.fr" />
</Localization>`
  },
  'the default language': {
    given: `<Localization Enabled="true">
  <SupportedLanguages DefaultLanguage="«de»" MergeBehavior="ReplaceAll">
    <SupportedLanguage>en</SupportedLanguage>
  </SupportedLanguages>
</Localization>`,
    finds: ['the default language "de" is not among the supported ones']
  }
})
