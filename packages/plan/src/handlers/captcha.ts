/** The contract of technical profiles that make and check CAPTCHAs. */
import { enabling } from './common.ts'
import type { HandlerContract } from './HandlerContract.ts'
import { gives, item, needs, oneOf, reads } from './rows.ts'

const asking = { key: 'Operation', values: ['GetChallenge'] }
const checking = { key: 'Operation', values: ['VerifyChallenge'] }

/** `Web.TPEngine.Providers.CaptchaProvider`: a challenge that people solve more easily than programs. */
export const captcha = {
  name: 'CaptchaProvider',
  protocols: ['Proprietary'],
  handler: 'Web.TPEngine.Providers.CaptchaProvider',
  kind: 'call',
  runs: false,
  summary: 'Makes a CAPTCHA, or checks its solution.',
  source: 'captcha-technical-profile',
  claims: {
    inputClaims: 'required',
    outputClaims: 'optional',
    persistedClaims: 'unused',
    displayClaims: 'unused',
    validationTechnicalProfiles: 'unused'
  },
  keys: [],
  metadata: [
    item('Operation', oneOf('GetChallenge', 'VerifyChallenge'), 'documented', 'What is done.', { required: true }),
    item('Brand', oneOf('HIP'), 'documented', 'The service that makes the challenge.'),
    ...enabling
  ],
  partnerClaims: [
    needs('challengeType', 'Visual or Audio.'),
    gives('challengeId', 'The challenge.', asking),
    gives('challengeString', 'What the user sees or hears.', asking),
    gives('azureregion', 'Where the challenge was made.', asking),
    needs('challengeId', 'The challenge.', checking),
    needs('inputSolution', 'What the user typed.', checking),
    reads('azureregion', 'Where the challenge was made.', checking),
    gives('solved', 'Whether the solution was right.', checking),
    gives('reason', 'Why it was not.', checking)
  ]
} as const satisfies HandlerContract
