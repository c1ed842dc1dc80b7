import { knownPredicateValidations } from '../../src/rules/known-predicate-validations.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownPredicateValidations, {
  'is reported': {
    given: `<ClaimType Id="newPassword">
  <PredicateValidationReference Id="«StrongPassword»" />
</ClaimType>`,
    finds: [
      'claim type "newPassword" refers to the predicate validation "StrongPassword", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<ClaimType Id="newPassword">
  <PredicateValidationReference Id="StrongPassword" />
</ClaimType>
<Predicate Id="Length8To64" Method="IsLengthRange">
  <Parameters>
    <Parameter Id="Minimum">8</Parameter>
    <Parameter Id="Maximum">64</Parameter>
  </Parameters>
</Predicate>
<PredicateValidation Id="StrongPassword">
  <PredicateGroups>
    <PredicateGroup Id="Length">
      <PredicateReferences>
        <PredicateReference Id="Length8To64" />
      </PredicateReferences>
    </PredicateGroup>
  </PredicateGroups>
</PredicateValidation>`
  }
})
