import { claimInputAdvice } from '../../src/rules/claim-input-advice.ts'
import { testRule } from '../support/testRule.ts'

testRule(claimInputAdvice, {
  'is reported': {
    given: `<ClaimType Id="country">
  <DisplayName>Country</DisplayName>
  <DataType>string</DataType>
  <UserInputType>«DropdownSingleSelect»</UserInputType>
</ClaimType>`,
    finds: [
      'the ClaimType "country" has the UserInputType "DropdownSingleSelect" but no options: it needs a Restriction with Enumeration elements, or a localized collection'
    ]
  },
  'is not reported': {
    given: `<ClaimType Id="country">
  <DisplayName>Country</DisplayName>
  <DataType>string</DataType>
  <UserInputType>DropdownSingleSelect</UserInputType>
  <Restriction>
    <Enumeration Text="France" Value="FR" />
    <Enumeration Text="Japan" Value="JP" />
  </Restriction>
</ClaimType>`
  },
  'a control that does not fit the data type': {
    given: `<ClaimType Id="birthday">
  <DisplayName>Birthday</DisplayName>
  <DataType>date</DataType>
  <UserInputType>«TextBox»</UserInputType>
</ClaimType>`,
    finds: [
      'the ClaimType "birthday" has the UserInputType "TextBox", which is not documented for the data type "date"'
    ]
  },
  'a group that never holds': {
    given: `<Predicate Id="Lower" Method="IncludesCharacters">
  <Parameters>
    <Parameter Id="CharacterSet">a-z</Parameter>
  </Parameters>
</Predicate>
<PredicateValidation Id="Strong">
  <PredicateGroups>
    <PredicateGroup Id="Classes">
      <PredicateReferences MatchAtLeast="«2»">
        <PredicateReference Id="Lower" />
      </PredicateReferences>
    </PredicateGroup>
  </PredicateGroups>
</PredicateValidation>`,
    finds: ['group "Classes" of "Strong" never holds: 2 predicates must pass, and it has 1']
  }
})
