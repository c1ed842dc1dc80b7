import { knownPredicates } from '../../src/rules/known-predicates.ts'
import { testRule } from '../support/testRule.ts'

testRule(knownPredicates, {
  'is reported': {
    given: `<PredicateValidation Id="StrongPassword">
  <PredicateGroups>
    <PredicateGroup Id="Length">
      <PredicateReferences>
        <PredicateReference Id="«Length8To64»" />
      </PredicateReferences>
    </PredicateGroup>
  </PredicateGroups>
</PredicateValidation>`,
    finds: [
      'predicate validation "StrongPassword" refers to the predicate "Length8To64", which neither the policy nor its base policies have'
    ]
  },
  'is not reported': {
    given: `<Predicate Id="Length8To64" Method="IsLengthRange">
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
