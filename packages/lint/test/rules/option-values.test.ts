import { optionValues } from '../../src/rules/option-values.ts'
import { testRule } from '../support/testRule.ts'

testRule(optionValues, {
  'is reported': {
    given: `<ClaimType Id="country">
  <DisplayName>Country</DisplayName>
  <DataType>string</DataType>
  <UserInputType>DropdownSingleSelect</UserInputType>
  <Restriction>
    <Enumeration Text="Ukraine" Value="UA" />
    <Enumeration Text="United Arab Emirates" Value="«UA»" />
  </Restriction>
</ClaimType>`,
    finds: ['"United Arab Emirates" and "Ukraine" of claim type "country" have the same value "UA"']
  },
  'is not reported': {
    given: `<ClaimType Id="country">
  <DisplayName>Country</DisplayName>
  <DataType>string</DataType>
  <UserInputType>DropdownSingleSelect</UserInputType>
  <Restriction>
    <Enumeration Text="Ukraine" Value="UA" />
    <Enumeration Text="United Arab Emirates" Value="AE" />
  </Restriction>
</ClaimType>`
  }
})
