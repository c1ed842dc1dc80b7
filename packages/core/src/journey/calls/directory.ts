/** Runs profiles of the directory: reading, writing and deleting accounts. */
import { type ClaimValue, formatValue, type Json, toJson } from '@trustframe/claims'
import { aadb2cMessage, type DirectoryPlan } from '@trustframe/plan/plan'
import type { AccountKey, DirectoryAnswer } from '../../ports/Directory.ts'
import { takeInput } from '../bag.ts'
import type { Request } from '../Request.ts'
import { answerOf, ask, type Calling, type CallProgress, type CallRunner, failed } from './CallRunner.ts'
import { inputMissing, takeInputs } from './inputs.ts'
import { refuse } from './refuse.ts'
import { finishWith } from './store.ts'

type Here = Calling<DirectoryPlan>

const isPassword = (name: string) => name.toLowerCase() === 'password'

/** What is written: an empty text clears an attribute. Source: active-directory-technical-profile (Persisted claims). */
const attributeOf = (value: ClaimValue): Json => (value === '' ? null : toJson(value))

const persisted = ({ call, profile, run }: Here) => {
  const values = call.persistedClaims.flatMap((binding) => {
    const value = takeInput(run.scope, binding, run.resolvers)
    return value === undefined ? [] : [{ name: binding.partnerName, value }]
  })
  run.noteClaims(profile.id)
  const password = values.find(({ name }) => isPassword(name))?.value
  return {
    attributes: Object.fromEntries(
      values.filter(({ name }) => !isPassword(name)).map(({ name, value }) => [name, attributeOf(value)])
    ),
    password: password === undefined ? undefined : formatValue(password)
  }
}

const requestOf = (here: Here, key: AccountKey): Request => {
  const { call } = here
  switch (call.operation) {
    case 'Read':
      return { _tag: 'ReadAccount', key, attributes: call.outputClaims.map(({ partnerName }) => partnerName) }
    case 'Write':
      return {
        _tag: 'WriteAccount',
        key,
        ...persisted(here),
        mayCreate: !call.raiseErrorIfMissing,
        mayUpdate: !call.raiseErrorIfPresent
      }
    case 'DeleteClaims':
      return {
        _tag: 'ClearAttributes',
        key,
        attributes: call.persistedClaims
          .map(({ partnerName }) => partnerName)
          .filter((name) => name.toLowerCase() !== key.attribute.toLowerCase())
      }
    case 'DeleteClaimsPrincipal':
      return { _tag: 'DeleteAccount', key }
  }
}

/** An account that is not there: an error where the policy wants one, else no claims but defaults. */
const missing = (here: Here): CallProgress => {
  const { call, profile, run } = here
  if (!call.raiseErrorIfMissing) return finishWith(here, call.outputClaims, {})
  const refreshing = run.context.grant !== undefined
  return refuse(here, {
    tag: 'AccountNotFound',
    description: `technical profile "${profile.id}" finds no account, and RaiseErrorIfClaimsPrincipalDoesNotExist is true`,
    messages: ['UserMessageIfClaimsPrincipalDoesNotExist'],
    code: refreshing ? 'AADB2C90128' : 'AADB2C90053',
    error: refreshing ? 'invalid_grant' : 'server_error'
  })
}

const settle = (here: Here, answer: DirectoryAnswer): CallProgress => {
  const { call, profile } = here
  switch (answer._tag) {
    case 'AccountRead':
      return finishWith(here, call.outputClaims, answer.attributes)
    case 'AccountWritten':
      return finishWith(here, call.outputClaims, {
        ...answer.attributes,
        newClaimsPrincipalCreated: answer.created
      })
    case 'AccountChanged':
      return finishWith(here, call.outputClaims, {})
    case 'AccountNotFound':
      return missing(here)
    case 'AccountExists':
      return refuse(here, {
        tag: 'AccountExists',
        description: `technical profile "${profile.id}" may not change an account that is there already, or its "${answer.attribute}" belongs to another account`,
        messages: ['UserMessageIfClaimsPrincipalAlreadyExists'],
        code: 'AADB2C90001',
        codeValues: [profile.id]
      })
    case 'AttributeRefused':
      return refuse(here, {
        tag: 'DirectoryRefused',
        description: `the directory does not accept "${answer.attribute}" (${answer.reason}): ${answer.detail}`,
        messages: [],
        text: aadb2cMessage('AADB2C90076', answer.detail),
        code: 'AADB2C90076',
        codeValues: [answer.detail]
      })
    case 'DirectoryThrottled':
      return refuse(here, {
        tag: 'DirectoryRefused',
        description: 'the directory has too many requests at this moment',
        messages: ['AADRequestsThrottled', 'ServiceThrottled'],
        code: 'AADB2C90244'
      })
    case 'DirectoryUnavailable':
      return refuse(here, {
        tag: 'DirectoryRefused',
        description: `the directory cannot be reached: ${answer.detail}`,
        messages: [],
        code: 'AADB2C90035'
      })
  }
}

const isDirectoryAnswer = (answer: { readonly _tag: string }): answer is DirectoryAnswer =>
  answer._tag.startsWith('Account') || answer._tag.startsWith('Directory') || answer._tag === 'AttributeRefused'

/** `AzureActiveDirectoryProvider`. Source: active-directory-technical-profile. */
export const directory: CallRunner<DirectoryPlan> = {
  begin: (here) => {
    const inputs = takeInputs(here, here.call.inputClaims)
    if ('tag' in inputs) return failed(inputs)
    const [key] = inputs.all
    if (key?.value === undefined) {
      return here.call.operation === 'Read' && key !== undefined
        ? missing(here)
        : failed(inputMissing(here, key?.binding.claim.id ?? 'key of the account'))
    }
    const account = { attribute: key.binding.partnerName, value: toJson(key.value) }
    return ask(here, requestOf(here, account))
  },
  receive: (here, event) => {
    const answer = answerOf(event)
    if (!isDirectoryAnswer(answer)) throw new Error(`the directory does not answer "${answer._tag}"`)
    return settle(here, answer)
  }
}
