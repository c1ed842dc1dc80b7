import { claimInputs } from '../../src/rules/claim-inputs.ts'
import { testRule } from '../support/testRule.ts'

testRule(claimInputs, {
  'is reported': {
    given: `<ClaimType Id="postalCode">
  <DisplayName>Postal code</DisplayName>
  <DataType>string</DataType>
  <UserInputType>TextBox</UserInputType>
  <Restriction>
    <Pattern RegularExpression="«^[0-9{5}$»" HelpText="Five digits" />
  </Restriction>
</ClaimType>`,
    finds: [
      'the Pattern of the ClaimType "postalCode" cannot be used. The regular expression "^[0-9{5}$" is not valid: a [ has no ], at character 10'
    ]
  },
  'is not reported': {
    given: `<ClaimType Id="postalCode">
  <DisplayName>Postal code</DisplayName>
  <DataType>string</DataType>
  <UserInputType>TextBox</UserInputType>
  <Restriction>
    <Pattern RegularExpression="^[0-9]{5}$" HelpText="Five digits" />
  </Restriction>
</ClaimType>`
  },
  masks: {
    given: `<ClaimType Id="phone">
  <DisplayName>Phone</DisplayName>
  <DataType>string</DataType>
  <Mask Type="«Regex»">*</Mask>
  <UserInputType>Readonly</UserInputType>
</ClaimType>`,
    finds: ['claim type "phone": a Mask of Type "Regex" needs the attribute Regex with a regular expression']
  },
  'predicates: method, parameters, values': {
    given: `<Predicate Id="Length" Method="«IsLength»">
  <Parameters>
    <Parameter Id="Minimum">8</Parameter>
  </Parameters>
</Predicate>
<Predicate Id="«Range»" Method="IsLengthRange">
  <Parameters>
    <Parameter Id="Minimum">8</Parameter>
  </Parameters>
</Predicate>
<Predicate Id="Numbers" Method="IsLengthRange">
  <Parameters>
    <Parameter Id="Minimum">«eight»</Parameter>
    <Parameter Id="Maximum">16</Parameter>
  </Parameters>
</Predicate>
<Predicate Id="Good" Method="IncludesCharacters">
  <Parameters>
    <Parameter Id="CharacterSet">a-z</Parameter>
  </Parameters>
</Predicate>`,
    finds: [
      'the Predicate "Length" has the unknown Method "IsLength"; expected IsLengthRange, MatchesRegex, IncludesCharacters, IsDateRange',
      'the Predicate "Range" (IsLengthRange) has no Parameter "Maximum"',
      'the Parameter "Minimum" of the Predicate "Numbers" is "eight"; expected an integer'
    ]
  }
})
