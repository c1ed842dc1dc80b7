/** The contract of technical profiles that verify a phone number on a page of their own. */
import { claimResolving, enabling, pageTexts } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { boolean, contentDefinition, gives, item, needs, oneOf, unusedKey } from './rows.ts'

/** `Web.TPEngine.Providers.PhoneFactorProtocolProvider`: verifies a phone number by SMS or call. */
export const phoneFactor = {
  name: 'PhoneFactorProtocolProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.PhoneFactorProtocolProvider',
  kind: 'page',
  runs: true,
  summary: 'Verifies a phone number of the user, or one that is typed in, by SMS or call.',
  source: 'phone-factor-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [unusedKey('issuer_secret', 'Seen in many policies, and not used.')],
  metadata: [
    item('ContentDefinitionReferenceId', contentDefinition, 'documented', 'The content definition of the page.', {
      required: true
    }),
    item('ManualPhoneNumberEntryAllowed', boolean, 'documented', 'Whether the user may type another number.', {
      default: 'false'
    }),
    item(
      'setting.authenticationMode',
      oneOf('sms', 'phone', 'mixed'),
      'documented',
      'SMS, call, or what the user chooses.',
      {
        default: 'mixed'
      }
    ),
    item('setting.autodial', boolean, 'documented', 'Whether the call begins at once.', { default: 'false' }),
    item(
      'setting.enableCaptchaChallenge',
      boolean,
      'documented',
      'Whether the page has a CAPTCHA; from multifactor 1.2.19.',
      {
        default: 'false'
      }
    ),
    claimResolving,
    ...pageTexts,
    ...enabling
  ],
  partnerClaims: [
    needs('UserId', 'Who the user is.'),
    gives('Verified.OfficePhone', 'The number that was verified.'),
    gives('newPhoneNumberEntered', 'Whether the user typed the number.')
  ]
} as const satisfies HandlerContract
