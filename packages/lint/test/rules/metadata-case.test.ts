import { metadataCase } from '../../src/rules/metadata-case.ts'
import { testRule } from '../support/testRule.ts'

testRule(metadataCase, {
  'is reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <Metadata>
    <Item Key="«raiseErrorIfClaimsPrincipalDoesNotExist»">true</Item>
  </Metadata>
</TechnicalProfile>`,
    finds: [
      'the metadata "raiseErrorIfClaimsPrincipalDoesNotExist" is documented as "RaiseErrorIfClaimsPrincipalDoesNotExist"'
    ]
  },
  'is not reported': {
    given: `<TechnicalProfile Id="AAD-ReadBySignInName">
  <Metadata>
    <Item Key="RaiseErrorIfClaimsPrincipalDoesNotExist">true</Item>
  </Metadata>
</TechnicalProfile>`
  }
})
