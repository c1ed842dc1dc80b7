import { claimDataType } from '../../src/rules/claim-data-type.ts'
import { testRule } from '../support/testRule.ts'

testRule(claimDataType, {
  'is reported': {
    given: `<ClaimType Id="«costCentre»">
  <DisplayName>Cost centre</DisplayName>
</ClaimType>`,
    finds: ['claim type "costCentre" has no data type, neither here nor in a base policy']
  },
  'is not reported': {
    given: `<ClaimType Id="costCentre">
  <DisplayName>Cost centre</DisplayName>
  <DataType>string</DataType>
</ClaimType>`
  }
})
