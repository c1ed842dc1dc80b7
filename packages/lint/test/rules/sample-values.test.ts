import { sampleValues } from '../../src/rules/sample-values.ts'
import { handler } from '../support/base.ts'
import { testRule } from '../support/testRule.ts'

testRule(sampleValues, {
  'is reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">«https://your-app.azurewebsites.net/api/tier»</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['"your-app" looks like a value of a sample']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="REST-GetTier">
  <DisplayName>Tier of the customer</DisplayName>
  <Protocol Name="Proprietary" Handler="${handler('Providers.RestfulProvider')}" />
  <Metadata>
    <Item Key="ServiceUrl">https://api.contoso.com/tier</Item>
  </Metadata>
</TechnicalProfile>`
  },
  'default values and pages': {
    given: `<ContentDefinition Id="api.selfasserted">
  <LoadUri>«https://yourtenant.blob.core.windows.net/page.html»</LoadUri>
</ContentDefinition>
<TechnicalProfile Id="Contoso-OAuth">
  <DisplayName>Contoso</DisplayName>
  <Protocol Name="OAuth2" />
  <InputClaims>
    <InputClaim ClaimTypeReferenceId="city" DefaultValue="«00000000-0000-0000-0000-000000000000»" />
  </InputClaims>
</TechnicalProfile>`,
    finds: [
      '"yourtenant" looks like a value of a sample',
      '"00000000-0000-0000-0000-000000000000" looks like a value of a sample'
    ]
  }
})
