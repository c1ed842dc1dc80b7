/** The contract of technical profiles that generate and verify one-time passwords. */
import { enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, gives, integer, item, message, needs, oneOf, text } from './rows.ts'

const generating = { key: 'Operation', values: ['GenerateCode'] }
const verifying = { key: 'Operation', values: ['VerifyCode'] }

/** `Web.TPEngine.Providers.OneTimePasswordProtocolProvider`: generates and verifies codes. */
export const oneTimePassword = {
  name: 'OneTimePasswordProtocolProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.OneTimePasswordProtocolProvider',
  kind: 'local',
  runs: true,
  summary: 'Generates a code for an identifier, or verifies one; sending it is up to another technical profile.',
  source: 'one-time-password-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item('Operation', oneOf('GenerateCode', 'VerifyCode'), 'documented', 'What is done.', { required: true }),
    item('CodeExpirationInSeconds', integer(60, 1200), 'documented', 'How long a code is valid.', { default: '600' }),
    item('CodeLength', integer(1), 'documented', 'How many characters a code has.', { default: '6' }),
    item('CharacterSet', text, 'documented', 'The characters of a code: at least ten, as in a-z0-9.', {
      default: '0-9'
    }),
    item('NumRetryAttempts', integer(1), 'documented', 'How often a wrong code may be typed.', { default: '5' }),
    item('NumCodeGenerationAttempts', integer(1), 'documented', 'How many codes an identifier may get.', {
      default: '10'
    }),
    item('ReuseSameCode', boolean, 'documented', 'Whether a code that is still valid is given again.', {
      default: 'false'
    }),
    message(
      'UserMessageIfSessionDoesNotExist',
      'documented',
      undefined,
      'What the user reads when the code has expired.'
    ),
    message(
      'UserMessageIfMaxRetryAttempted',
      'documented',
      undefined,
      'What the user reads after too many wrong codes.'
    ),
    message(
      'UserMessageIfMaxNumberOfCodeGenerated',
      'documented',
      undefined,
      'What the user reads after too many codes.'
    ),
    message('UserMessageIfInvalidCode', 'documented', undefined, 'What the user reads after a wrong code.'),
    message(
      'UserMessageIfVerificationFailedRetryAllowed',
      'documented',
      undefined,
      'What the user reads after a wrong code, when there may be another try.'
    ),
    message(
      'UserMessageIfSessionConflict',
      'documented',
      undefined,
      'What the user reads when the code cannot be verified.'
    ),
    message(
      'UserMessage.VerificationHasExpired',
      'sample',
      undefined,
      'An earlier name of UserMessageIfSessionDoesNotExist.'
    ),
    message(
      'UserMessage.MaxRetryAttemped',
      'sample',
      undefined,
      'An earlier name of UserMessageIfMaxRetryAttempted, misspelt by the service.'
    ),
    message('UserMessage.InvalidCode', 'sample', undefined, 'An earlier name of UserMessageIfInvalidCode.'),
    message('UserMessage.ServerError', 'sample', undefined, 'An earlier name of UserMessageIfSessionConflict.'),
    ...enabling
  ],
  partnerClaims: [
    needs('identifier', 'Whom the code is for: an e-mail address or a phone number.'),
    gives('otpGenerated', 'The code.', generating),
    needs('otpToVerify', 'The code that the user typed.', verifying)
  ]
} as const satisfies HandlerContract
