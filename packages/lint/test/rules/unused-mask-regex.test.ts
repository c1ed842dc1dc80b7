import { unusedMaskRegex } from '../../src/rules/unused-mask-regex.ts'
import { testRule } from '../support/testRule.ts'

testRule(unusedMaskRegex, {
  'is reported': {
    given: `<ClaimType Id="phone">
  <DisplayName>Phone</DisplayName>
  <DataType>string</DataType>
  <Mask Type="Simple" Regex="«.(?=..)»">*</Mask>
  <UserInputType>Readonly</UserInputType>
</ClaimType>`,
    finds: ['the mask of claim type "phone" is of type Simple; its Regex is not used']
  },
  'is not reported': {
    given: `<ClaimType Id="phone">
  <DisplayName>Phone</DisplayName>
  <DataType>string</DataType>
  <Mask Type="Regex" Regex=".(?=..)">*</Mask>
  <UserInputType>Readonly</UserInputType>
</ClaimType>`
  }
})
