/** CreateOtpSecret: a random secret for an authenticator app. */
import { defineTransformation, output } from '../../contract/index.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const secretBytes = 10

/** Five bits a letter: RFC 4648 section 6, in lower case. */
const base32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join('')
}

/** Source: claims-transformations 9; the length and the alphabet are those of the printed example. */
export const CreateOtpSecret = defineTransformation({
  method: 'CreateOtpSecret',
  family: 'string',
  summary: 'A random secret of 80 bits for time-based one-time passwords, in base32.',
  inputs: [],
  parameters: {},
  outputs: [output('outputClaim', 'string')],
  errors: {},
  source: 'https://learn.microsoft.com/azure/active-directory-b2c/string-transformations#createotpsecret',
  example: { inputs: {}, parameters: {}, outputs: { outputClaim: 'hmlcmd4ph6fph64c' } },
  transform: () => (ambient) => [base32(ambient.randomBytes(secretBytes))]
})
