/** A claims transformation of one's own: shows just enough of an e-mail address to recognise it. */
import { claim, defineTransformation, integerOr, output, raise } from '@trustframe/claims/transformations'

/** `ada@contoso.com` becomes `a**@contoso.com`. */
export const MaskEmail = defineTransformation({
  method: 'MaskEmail',
  family: 'own',
  summary: 'An e-mail address of which only the first characters of the mailbox can be read.',
  inputs: [claim('emailAddress', 'string')],
  parameters: { visible: integerOr(1, 'How many characters of the mailbox stay.') },
  outputs: [output('masked', 'string')],
  errors: { MaskEmailWithoutMailbox: { when: 'The claim holds no @.', defaultText: 'This is no e-mail address.' } },
  source: 'our own',
  example: {
    inputs: { emailAddress: 'ada@contoso.com' },
    parameters: { visible: '1' },
    outputs: { masked: 'a**@contoso.com' }
  },
  transform:
    ({ parameters: { visible } }) =>
    (emailAddress) => {
      const at = emailAddress.lastIndexOf('@')
      if (at < 1) return raise('MaskEmailWithoutMailbox', 'the claim holds no mailbox')
      return [emailAddress.slice(0, Math.min(visible, at)).padEnd(at, '*') + emailAddress.slice(at)]
    }
})
