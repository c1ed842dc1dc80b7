/** The contract of technical profiles that send and verify codes, and verify authenticator apps. */
import { enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { gives, item, message, needs, oneOf, reads } from './rows.ts'

const during = (...values: ReadonlyArray<string>) => ({ key: 'Operation', values })

/** `Web.TPEngine.Providers.AzureMfaProtocolProvider`: multifactor authentication. */
export const azureMfa = {
  name: 'AzureMfaProtocolProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.AzureMfaProtocolProvider',
  kind: 'call',
  runs: true,
  summary: 'Sends a code by SMS and verifies it, or registers and verifies an authenticator app.',
  source: 'multi-factor-auth-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item(
      'Operation',
      oneOf('OneWaySMS', 'Verify', 'GetAvailableDevices', 'BeginVerifyOTP', 'VerifyOTP'),
      'documented',
      'What is done.',
      { required: true }
    ),
    message(
      'UserMessageIfCouldntSendSms',
      'documented',
      'Cannot Send SMS to the phone, please try another phone number.',
      'What the user reads when the message could not be sent.'
    ),
    message(
      'UserMessageIfInvalidFormat',
      'documented',
      'Your phone number is not in a valid format, please correct it and try again.',
      'What the user reads when the phone number has the wrong form.'
    ),
    message(
      'UserMessageIfMaxAllowedCodeRetryReached',
      'documented',
      'Wrong code entered too many times, please try again later.',
      'What the user reads after too many wrong codes.'
    ),
    message(
      'UserMessageIfServerError',
      'documented',
      'Cannot use MFA service, please try again later.',
      'What the user reads when the service fails.'
    ),
    message(
      'UserMessageIfThrottled',
      'documented',
      'Your request has been throttled, please try again later.',
      'What the user reads when there are too many requests at this time.'
    ),
    message(
      'UserMessageIfWrongCodeEntered',
      'documented',
      'Wrong code entered, please try again.',
      'What the user reads after a wrong code.'
    ),
    ...enabling
  ],
  partnerClaims: [
    needs('userPrincipalName', 'Who the user is.', during('OneWaySMS', 'GetAvailableDevices', 'BeginVerifyOTP')),
    needs('phoneNumber', 'The number that the code goes to.', during('OneWaySMS', 'Verify')),
    reads('companyName', 'Named in the message.', during('OneWaySMS')),
    reads('locale', 'The language of the message.', during('OneWaySMS')),
    needs('verificationCode', 'The code that the user typed.', during('Verify')),
    gives('numberOfAvailableDevices', 'How many apps the user has registered.', during('GetAvailableDevices')),
    needs('objectId', 'The account.', during('BeginVerifyOTP')),
    needs('secretKey', 'The secret of the app.', during('BeginVerifyOTP')),
    needs('otpCode', "The app's code that the user typed.", during('VerifyOTP'))
  ]
} as const satisfies HandlerContract
