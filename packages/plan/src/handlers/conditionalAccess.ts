/** The contract of technical profiles that ask Conditional Access. */
import { enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { gives, item, needs, oneOf, reads } from './rows.ts'

const evaluating = { key: 'OperationType', values: ['Evaluation'] }
const remediating = { key: 'OperationType', values: ['Remediation'] }

/** `Web.TPEngine.Providers.ConditionalAccessProtocolProvider`: which challenges a sign-in has to pass. */
export const conditionalAccess = {
  name: 'ConditionalAccessProtocolProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.ConditionalAccessProtocolProvider',
  kind: 'call',
  runs: true,
  summary: 'Asks which challenges a sign-in has to pass, or tells which it has passed.',
  source: 'conditional-access-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item('OperationType', oneOf('Evaluation', 'Remediation'), 'documented', 'What is done.', { required: true }),
    ...enabling
  ],
  partnerClaims: [
    needs('UserId', 'Who the user is.', evaluating),
    needs('AuthenticationMethodsUsed', 'How the user signed in: Password, OneTimePasscode.', evaluating),
    reads('IsFederated', 'Whether the user signed in elsewhere; default is false.', evaluating),
    reads('IsMfaRegistered', 'Whether the user has registered for multifactor authentication.', evaluating),
    reads('estsRequestId', 'Seen in a sample; no known effect.', evaluating),
    gives('Challenges', 'What has to be passed: block, mfa, chg_pwd.', evaluating),
    gives('MultiConditionalAccessStatus', 'The result of the evaluation.', evaluating),
    needs('ChallengesSatisfied', 'What has been passed.', remediating)
  ]
} as const satisfies HandlerContract
