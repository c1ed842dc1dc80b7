import { unusedMetadata } from '../../src/rules/unused-metadata.ts'
import { testRule } from '../support/testRule.ts'

testRule(unusedMetadata, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <Metadata>
    <Item Key="«api-version»">1.6</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: ['the metadata "api-version" of AzureActiveDirectoryProvider has no effect']
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <Metadata>
    <Item Key="Operation">Read</Item>
  </Metadata>
</TechnicalProfile>`
  }
})
