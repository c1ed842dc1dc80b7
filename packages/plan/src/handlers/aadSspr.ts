/** The contract of technical profiles that send and verify codes by e-mail. */
import { enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, item, message, needs, oneOf } from './rows.ts'

/** `Web.TPEngine.Providers.AadSsprProtocolProvider`: verifies an e-mail address. */
export const aadSspr = {
  name: 'AadSsprProtocolProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.AadSsprProtocolProvider',
  kind: 'call',
  runs: true,
  summary: 'Sends a code to an e-mail address, or verifies it.',
  source: 'aad-sspr-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item('Operation', oneOf('SendCode', 'VerifyCode'), 'documented', 'What is done.', { required: true }),
    item('allowTestEmailAddressPassThrough', boolean, 'sample', 'No known effect.'),
    message(
      'UserMessageIfChallengeExpired',
      'documented',
      'The code has expired.',
      'What the user reads when the code has expired.'
    ),
    message(
      'UserMessageIfInternalError',
      'documented',
      'The email service has encountered an internal error, please try again later.',
      'What the user reads when the service fails.'
    ),
    message(
      'UserMessageIfThrottled',
      'documented',
      'You have sent too many requests, please try again later.',
      'What the user reads when there are too many requests at this time.'
    ),
    message(
      'UserMessageIfVerificationFailedNoRetry',
      'documented',
      'You have exceeded maximum number of verification attempts.',
      'What the user reads after too many wrong codes.'
    ),
    message(
      'UserMessageIfVerificationFailedRetryAllowed',
      'documented',
      'The verification has failed, please try again.',
      'What the user reads after a wrong code.'
    ),
    ...enabling
  ],
  partnerClaims: [
    needs('emailAddress', 'Where the code goes.'),
    needs('verificationCode', 'The code that the user typed.', { key: 'Operation', values: ['VerifyCode'] })
  ]
} as const satisfies HandlerContract
