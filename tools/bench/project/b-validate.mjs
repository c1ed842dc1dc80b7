/** Trustframe in the suite validate: everything that `trustframe check` finds in a set of policies. */
import { checkPolicies } from '@trustframe/lint'
import { parsePolicy, resolvePolicies } from '@trustframe/policy'

export const project = {
  name: 'Trustframe: checkPolicies (structure, inheritance, references, all rules)',
  sync: true,
  run({ docs }) {
    const files = docs.map(({ path, text }) => parsePolicy({ path, text }))
    // What is found is not the question here, only how long it takes.
    return checkPolicies(resolvePolicies(files)).length >= 0 ? docs.length : 0
  }
}
