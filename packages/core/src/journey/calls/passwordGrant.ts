/** Runs sign-ins with a user name and a password, which the directory answers. */
import type { Json } from '@trustframe/claims'
import type { PasswordGrantPlan } from '@trustframe/plan/plan'
import type { Attributes, PasswordAnswer } from '../../ports/Directory.ts'
import { answerOf, ask, type Calling, type CallProgress, type CallRunner, failed } from './CallRunner.ts'
import { inputMissing, takeInputs } from './inputs.ts'
import { refuse, type Refusal } from './refuse.ts'
import { finishWith } from './store.ts'

type Here = Calling<PasswordGrantPlan>

/** The claims of the directory's id token, by the names that it has there. */
const tokenNames: Readonly<Record<string, string>> = {
  oid: 'objectId',
  sub: 'objectId',
  upn: 'userPrincipalName',
  unique_name: 'userPrincipalName',
  name: 'displayName',
  given_name: 'givenName',
  family_name: 'surname',
  email: 'mail'
}

const tokenClaims = ({ run }: Here, attributes: Attributes): Readonly<Record<string, Json>> => {
  const { policy } = run.plan
  const named = Object.entries(tokenNames).flatMap(([name, attribute]) => {
    const value = attributes[attribute]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...attributes,
    ...Object.fromEntries(named),
    ...(policy.tenantObjectId === undefined ? {} : { tid: policy.tenantObjectId })
  }
}

type Refused = Exclude<PasswordAnswer['_tag'], 'PasswordRight'>

/** Message ids and codes. Source: technical-profiles section 4.1, localization-string-ids. */
const refusals: Readonly<Record<Refused, Pick<Refusal, 'code' | 'description' | 'messages' | 'text'>>> = {
  AccountNotFound: {
    description: 'no account has this sign-in name',
    messages: ['UserMessageIfClaimsPrincipalDoesNotExist', 'DefaultMessage'],
    code: 'AADB2C90053'
  },
  PasswordWrong: {
    description: 'the password is wrong',
    messages: ['UserMessageIfInvalidPassword', 'DefaultMessage'],
    code: 'AADB2C90054'
  },
  PasswordOld: {
    description: 'the password is an earlier one of the account',
    messages: ['UserMessageIfOldPasswordUsed', 'UserMessageIfInvalidPassword', 'DefaultMessage'],
    code: 'AADB2C90054'
  },
  PasswordExpired: {
    description: 'the password has expired',
    messages: ['UserMessageIfPasswordExpired'],
    text: 'Your password has expired.',
    code: 'AADB2C90054'
  },
  AccountDisabled: {
    description: 'the account is disabled',
    messages: ['UserMessageIfUserAccountDisabled'],
    code: 'AADB2C90111'
  },
  AccountLocked: {
    description: 'the account is locked after too many wrong passwords',
    messages: ['UserMessageIfUserAccountLocked'],
    code: 'AADB2C90114'
  },
  DirectoryThrottled: {
    description: 'the directory has too many requests at this moment',
    messages: ['AADRequestsThrottled', 'ServiceThrottled'],
    code: 'AADB2C90244'
  },
  DirectoryUnavailable: {
    description: 'the directory cannot be reached',
    // Not `DefaultMessage`: nobody has looked at the password.
    messages: [],
    code: 'AADB2C90035'
  }
}

const refusalOf = (tag: string): (typeof refusals)[Refused] | undefined =>
  Object.entries(refusals).find(([name]) => name === tag)?.[1]

const refused = (here: Here, tag: string): CallProgress => {
  const refusal = refusalOf(tag)
  if (refusal === undefined) throw new Error(`the directory does not answer "${tag}" to a password`)
  const description = `technical profile "${here.profile.id}": ${refusal.description}`
  // Without a page to show it on, a refused sign-in is one of the token endpoint. Source: protocols section 8.2.
  return here.run.validation === undefined && refusal.code !== 'AADB2C90035'
    ? refuse(here, { tag: 'PasswordRefused', description, messages: [], code: 'AADB2C90225', error: 'access_denied' })
    : refuse(here, { tag: 'PasswordRefused', ...refusal, description })
}

/** `login-NonInteractive`, and every other OpenID Connect profile with the password grant. */
export const passwordGrant: CallRunner<PasswordGrantPlan> = {
  begin: (here) => {
    const inputs = takeInputs(here, here.call.inputClaims)
    if ('tag' in inputs) return failed(inputs)
    const username = inputs.text('username')
    const password = inputs.text('password')
    if (username === undefined || password === undefined) {
      return failed(inputMissing(here, username === undefined ? 'username' : 'password'))
    }
    return ask(here, { _tag: 'CheckPassword', username, password })
  },
  receive: (here, event) => {
    const answer = answerOf(event)
    if (answer._tag !== 'PasswordRight') return refused(here, answer._tag)
    here.run.credentialsEntered()
    return finishWith(here, here.call.outputClaims, tokenClaims(here, answer.attributes))
  }
}
