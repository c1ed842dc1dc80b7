import { localizedStrings } from '../../src/rules/localized-strings.ts'
import { testRule } from '../support/testRule.ts'

testRule(localizedStrings, {
  'is reported': {
    given: `<Localization Enabled="true">
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="«UXElements»" StringId="button_continue">Go on</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`,
    finds: ['there are no localized texts of ElementType "UXElements"']
  },
  'is not reported': {
    given: `<Localization Enabled="true">
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="UxElement" StringId="button_continue">Go on</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`
  },
  'a text of a claim type': {
    given: `<Localization Enabled="true">
  <LocalizedResources Id="api.selfasserted.en">
    <LocalizedStrings>
      <LocalizedString ElementType="ClaimType" ElementId="city" StringId="«Displayname1»">City</LocalizedString>
    </LocalizedStrings>
  </LocalizedResources>
</Localization>`,
    finds: ['a claim type has no text "Displayname1"']
  }
})
