/** The contract of self-asserted technical profiles. */
import { accountMessages, assertionMessages, claimResolving, enabling, pageTexts, signInMessages } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import {
  boolean,
  claim,
  claimsExchange,
  contentDefinition,
  integer,
  item,
  message,
  oneOf,
  text,
  unusedKey
} from './rows.ts'

/** `Web.TPEngine.Providers.SelfAssertedAttributeProvider`: a page where the user types claims. */
export const selfAsserted = {
  name: 'SelfAssertedAttributeProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.SelfAssertedAttributeProvider',
  kind: 'page',
  runs: true,
  summary: 'Shows a page: input claims fill it in, and what the user types comes back as output claims.',
  source: 'self-asserted-technical-profile',
  claims: {
    inputClaims: 'optional',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'optional',
    validationTechnicalProfiles: 'optional'
  },
  keys: [unusedKey('issuer_secret', 'Seen in many policies, and not used.')],
  metadata: [
    item('ContentDefinitionReferenceId', contentDefinition, 'documented', 'The content definition of the page.', {
      required: true
    }),
    item(
      'AllowGenerationOfClaimsWithNullValues',
      boolean,
      'documented',
      'Makes an emptied field an empty claim, instead of leaving the claim as it was.',
      { default: 'false' }
    ),
    item(
      'EnforceEmailVerification',
      boolean,
      'documented',
      'Whether fields with the partner name Verified.Email must be verified.',
      {
        default: 'true'
      }
    ),
    item('IpAddressClaimReferenceId', claim, 'sample', "The claim that takes the user's IP address."),
    item('LocalAccountType', text, 'sample', 'Email or Username; no known effect.'),
    item('LocalAccountProfile', boolean, 'sample', 'Marks the profile of a local account; no known effect.'),
    item('SignUpTarget', claimsExchange, 'documented', 'The claims exchange that the sign-up link starts.'),
    item(
      'setting.operatingMode',
      oneOf('Email', 'Username'),
      'documented',
      'What the sign-in name is: it decides label and keyboard.'
    ),
    item(
      'setting.retryLimit',
      integer(0),
      'documented',
      'How many failed submissions are allowed; one more ends the journey.'
    ),
    item('setting.showCancelButton', boolean, 'documented', 'Whether there is a cancel button.', { default: 'true' }),
    item('setting.showContinueButton', boolean, 'documented', 'Whether there is a continue button.', {
      default: 'true'
    }),
    item('setting.showSignupLink', boolean, 'documented', 'Whether there is a sign-up link.', { default: 'true' }),
    item(
      'setting.forgotPasswordLinkLocation',
      oneOf('AfterLabel', 'AfterInput', 'AfterButtons', 'None'),
      'documented',
      'Where the link for a forgotten password stands; from page layout 1.1.0.',
      { default: 'AfterLabel' }
    ),
    item(
      'setting.forgotPasswordLinkOverride',
      claimsExchange,
      'documented',
      'The claims exchange that the link for a forgotten password starts; from unifiedssp 2.1.2.'
    ),
    item(
      'setting.enableRememberMe',
      boolean,
      'documented',
      'Whether the user may stay signed in; from unifiedssp 1.1.0.',
      {
        default: 'false'
      }
    ),
    item(
      'setting.inputVerificationDelayTimeInMilliseconds',
      integer(0),
      'documented',
      'How long the page waits after a key before it checks; from page layout 1.2.0.',
      { default: '2000' }
    ),
    item('setting.enableCaptchaChallenge', boolean, 'documented', 'Whether the page has a CAPTCHA.', {
      default: 'false'
    }),
    item('ClaimsProviderSelectionDisplayType', text, 'sample', 'No known effect.'),
    item('TokenLifeTimeInSeconds', integer(), 'sample', 'No known effect.'),
    item('claimType.*', text, 'sample', 'A text of a claim on the page; no known effect.'),
    claimResolving,
    ...pageTexts,
    message(
      'UserMessageIfClaimNotVerified',
      'documented',
      'Claim not verified: {0}',
      'What the user reads when a claim was not verified.',
      ['the claim']
    ),
    message(
      'UserMessageIfIncorrectPattern',
      'documented',
      'Incorrect pattern for: {0}',
      'What the user reads when a value has the wrong form.',
      ['the claim']
    ),
    message(
      'UserMessageIfMissingRequiredElement',
      'documented',
      'Missing required element: {0}',
      'What the user reads when a required field is empty.',
      ['the claim']
    ),
    message(
      'UserMessageIfValidationError',
      'documented',
      'Error in validation by: {0}',
      'What the user reads when a validation fails.',
      ['the validation technical profile']
    ),
    message(
      'UserMessageIfInvalidInput',
      'documented',
      '{0} has invalid input.',
      'What the user reads when a value is not allowed.',
      ['the claim']
    ),
    message(
      'ServiceThrottled',
      'documented',
      'There are too many requests at this moment. Please wait for some time and try again.',
      'What the user reads when there are too many requests at this time.'
    ),
    message(
      'UserMessageIfVerificationControlClaimsNotVerified',
      'documented',
      'The claims for verification control have not been verified.',
      'What the user reads when a verification control was left unfinished.'
    ),
    ...accountMessages,
    ...signInMessages,
    ...assertionMessages,
    ...enabling
  ]
} as const satisfies HandlerContract
