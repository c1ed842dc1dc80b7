import { defaultOptions } from '../../src/rules/default-options.ts'
import { testRule } from '../support/testRule.ts'

testRule(defaultOptions, {
  'is reported': {
    given: `<ClaimType Id="country">
  <DisplayName>Country</DisplayName>
  <DataType>string</DataType>
  <UserInputType>DropdownSingleSelect</UserInputType>
  <Restriction>
    <Enumeration Text="France" Value="FR" SelectByDefault="true" />
    «<Enumeration Text="Japan" Value="JP" SelectByDefault="true" />»
  </Restriction>
</ClaimType>`,
    finds: ['claim type "country" has a second option that is selected by default']
  },
  'is not reported': {
    given: `<ClaimType Id="country">
  <DisplayName>Country</DisplayName>
  <DataType>string</DataType>
  <UserInputType>DropdownSingleSelect</UserInputType>
  <Restriction>
    <Enumeration Text="France" Value="FR" SelectByDefault="true" />
    <Enumeration Text="Japan" Value="JP" />
  </Restriction>
</ClaimType>`
  },
  'several boxes can be ticked': {
    given: `<ClaimType Id="interests">
  <DisplayName>Interests</DisplayName>
  <DataType>string</DataType>
  <UserInputType>CheckboxMultiSelect</UserInputType>
  <Restriction>
    <Enumeration Text="Tea" Value="tea" SelectByDefault="true" />
    <Enumeration Text="Coffee" Value="coffee" SelectByDefault="true" />
  </Restriction>
</ClaimType>`
  }
})
