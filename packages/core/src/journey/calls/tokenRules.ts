/** Runs profiles that read a token which the request brings: id token hints, and bearer tokens of the user info endpoint. */
import type { Aadb2cCode, TokenRulesPlan } from '@trustframe/plan/plan'
import type { TokenVerdict } from '../../ports/TokenVerifier.ts'
import { codedError } from '../makeError.ts'
import { answerOf, ask, type Calling, type CallProgress, type CallRunner, failed } from './CallRunner.ts'
import { finishWith } from './store.ts'

const refused = (
  { profile, run }: Calling<TokenRulesPlan>,
  description: string,
  code: Aadb2cCode,
  values: ReadonlyArray<string> = []
): CallProgress =>
  failed(
    codedError(
      run,
      { tag: 'TokenRefused', description, origin: profile.origin, technicalProfile: profile.id },
      code,
      values
    )
  )

/** Codes of id token hints. Source: protocols section 11. */
const verdict = (here: Calling<TokenRulesPlan>, answer: Exclude<TokenVerdict, { _tag: 'TokenAccepted' }>) => {
  const title = `technical profile "${here.profile.id}" does not accept the token`
  switch (answer._tag) {
    case 'TokenExpired':
      return refused(here, `${title}: it has expired`, 'AADB2C90208')
    case 'TokenNotYetValid':
      return refused(here, `${title}: it is not valid yet`, 'AADB2C90234')
    case 'AudienceWrong':
      return refused(here, `${title}: it is for another audience`, 'AADB2C90209', [answer.expected.join(', ')])
    case 'IssuerWrong':
      return refused(here, `${title}: another issuer made it`, 'AADB2C90232', [answer.expected.join(', ')])
    case 'SignatureWrong':
      return refused(here, `${title}: its signature is wrong`, 'AADB2C90233')
    case 'TokenUnverifiable':
      return refused(here, `${title}: ${answer.detail}`, 'AADB2C90210')
  }
}

const isVerdict = (answer: { readonly _tag: string }): answer is Exclude<TokenVerdict, { _tag: 'TokenAccepted' }> =>
  ['TokenExpired', 'TokenNotYetValid', 'AudienceWrong', 'IssuerWrong', 'SignatureWrong', 'TokenUnverifiable'].includes(
    answer._tag
  )

/** `GetClaims` and `AuthorizationTechnicalProfiles`. Source: id-token-hint, userinfo-endpoint. */
export const tokenRules: CallRunner<TokenRulesPlan> = {
  begin: (here) => {
    const { call, run } = here
    const token = run.profile?.at === 'authorization' ? run.bearerToken : run.context.parameters['id_token_hint']
    if (token === undefined || token === '') {
      return refused(
        here,
        `technical profile "${here.profile.id}" needs a token, and the request brings none`,
        'AADB2C90272'
      )
    }
    // A second authorization profile needs the token again.
    return ask(here, { _tag: 'VerifyToken', rules: call, token }, '', { token })
  },
  receive: (here, event, { memory }) => {
    const answer = answerOf(event)
    here.run.bearerToken = memory['token']
    if (answer._tag === 'TokenAccepted') return finishWith(here, here.call.outputClaims, answer.claims)
    if (!isVerdict(answer)) throw new Error(`a token is not answered "${answer._tag}"`)
    return verdict(here, answer)
  }
}
