/** ParseDomain: the domain of an e-mail address. */
import { claim, defineTransformation, output } from '../../contract/index.ts'

/** The text after the only @, with text before it. */
const domainOf = (address: string): string => {
  const at = address.indexOf('@')
  return at > 0 && address.indexOf('@', at + 1) < 0 ? address.slice(at + 1) : ''
}

/** Source: claims-transformations 9; a text with several @ is not an address. */
export const ParseDomain = defineTransformation({
  method: 'ParseDomain',
  family: 'string',
  summary: 'The domain of an e-mail address.',
  remarks: ['A text that is not an address gives empty text.'],
  inputs: [claim('emailAddress', 'string')],
  parameters: {},
  outputs: [output('domain', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#parsedomain',
  example: {
    inputs: { emailAddress: 'joe@outlook.com' },
    parameters: {},
    outputs: { domain: 'outlook.com' }
  },
  transform: () => (emailAddress) => [domainOf(emailAddress)]
})
