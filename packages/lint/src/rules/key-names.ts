/** The names of policy keys begin with B2C_1A_. */
import { holdsPlaceholder } from '../profileMetadata.ts'
import type { Rule } from '../Rule.ts'
import { writeInstead } from '../words.ts'

export const keyNames: Rule = {
  code: 'TF3116',
  name: 'key-names',
  title: 'policy key without the prefix B2C_1A_',
  severity: 'warning',
  origin: 'b2c-fails',
  checkProfile: ({ profile }, report) => {
    for (const { storageReferenceId } of profile.cryptographicKeys) {
      const { span, value } = storageReferenceId
      if (value === '' || /^b2c_1a_/i.test(value) || holdsPlaceholder(value)) continue
      report(span, {
        message: `the names of policy keys begin with B2C_1A_; this one is "${value}"`,
        help: 'the portal adds the prefix when a key is created',
        fix: writeInstead(span, `B2C_1A_${value}`)
      })
    }
  }
}
