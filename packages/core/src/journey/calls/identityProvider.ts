/** Runs external identity providers: the redirect, the browser's return, the redemption. */
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Aadb2cCode, IdentityProviderPlan } from '@trustframe/plan/plan'
import type { ProviderFailure } from '../../ports/IdentityProviders.ts'
import { transactionOf } from '../JourneyContext.ts'
import { codedError, textError } from '../makeError.ts'
import type { CallFrame } from '../JourneyState.ts'
import { answerOf, ask, type Calling, type CallProgress, type CallRunner, failed } from './CallRunner.ts'
import { takeInputs } from './inputs.ts'
import { finishWith } from './store.ts'

type Here = Calling<IdentityProviderPlan>

const toBase64Url = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Where the provider sends the browser back to. Source: technical-profiles sections 3 and 6 (UsePolicyInRedirectUri). */
export const redirectUri = ({ call, run }: Here): string => {
  const { policyId, tenantId } = run.plan.policy
  const host = `https://${run.context.hostName}`
  if (call.protocol === 'OAuth1') return `${host}/${tenantId}/${policyId}/oauth1/authresp`.toLowerCase()
  return call.usePolicyInRedirectUri
    ? `${host}/${tenantId}/${policyId}/oauth2/authresp`
    : `${host}/${tenantId}/oauth2/authresp`
}

/** `StateProperties=` and the journey's name: what comes back with the browser. Source: technical-profiles section 3. */
const stateOf = ({ run }: Here) => `StateProperties=${toBase64Url(JSON.stringify({ TID: transactionOf(run.context) }))}`

const fail = (
  { profile, run }: Here,
  description: string,
  code: Aadb2cCode,
  values: ReadonlyArray<string> = [],
  tag: 'IdentityProviderFailed' | 'KeyUnavailable' = 'IdentityProviderFailed'
) => failed(codedError(run, { tag, description, origin: profile.origin, technicalProfile: profile.id }, code, values))

const refused = (here: Here, { detail, error, reason }: ProviderFailure): CallProgress => {
  const { profile, run } = here
  const description = `the identity provider of technical profile "${profile.id}" gave no claims (${reason}): ${detail}`
  switch (reason) {
    case 'Unreachable':
      return fail(here, description, 'AADB2C90289')
    case 'ClientRejected': {
      // The same code, and words that name the error. Source: error-codes (90289).
      const text = `We encountered an '${error ?? 'invalid_client'}' error connecting to the identity provider. Please try again later.`
      const parts = {
        tag: 'IdentityProviderFailed',
        description,
        origin: profile.origin,
        technicalProfile: profile.id
      } as const
      return failed(textError(run, parts, 'AADB2C90289', text))
    }
    case 'KeyUnavailable':
      return fail(here, description, 'AADB2C90243', [], 'KeyUnavailable')
    case 'ErrorReturned':
    case 'TokenInvalid':
    case 'AnswerUnreadable':
      return fail(here, description, 'AADB2C90273', [detail])
  }
}

/** An error that the provider sends back. Source: technical-profiles section 3 (Failure). */
const returnedError = ({ call }: Here, returned: Readonly<Record<string, string>>): ProviderFailure | undefined => {
  const error = returned[call.errorParameter]
  if (error === undefined) return undefined
  const detail = `Error: ${error},Error Description: ${returned['error_description'] ?? ''}`
  return { _tag: 'ProviderFailed', reason: 'ErrorReturned', error, detail }
}

const redirect = ({ profile }: Here, url: string, memory: Readonly<Record<string, string>>): CallProgress => ({
  _tag: 'Waiting',
  demand: { _tag: 'Redirect', technicalProfile: profile.id, origin: profile.origin, url },
  stage: 'redirect',
  memory: { ...memory, url }
})

/** The redirect again, for a browser that lost it. */
export const redirectAgain = (here: Here, { memory }: CallFrame): CallProgress =>
  redirect(here, memory['url'] ?? '', memory)

const own = new Set(['nonce', 'url'])

/** What the port wants back of what it gave. */
const memoryOf = (memory: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(memory).filter(([name]) => !own.has(name)))

/** OpenID Connect, OAuth 2 and OAuth 1 identity providers. */
export const identityProvider: CallRunner<IdentityProviderPlan> = {
  begin: (here) => {
    const inputs = takeInputs(here, here.call.inputClaims)
    if ('tag' in inputs) return failed(inputs)
    const nonce = bytesToHex(here.run.ambient.randomBytes(16))
    return ask(
      here,
      {
        _tag: 'PrepareAuthorization',
        provider: here.call,
        parameters: inputs.texts(),
        redirectUri: redirectUri(here),
        state: stateOf(here),
        nonce
      },
      'prepare',
      { nonce }
    )
  },
  receive: (here, event, { memory }) => {
    const { call, run } = here
    const nonce = memory['nonce'] ?? ''
    if (event._tag === 'Returned') {
      const error = returnedError(here, event.parameters)
      if (error !== undefined) return refused(here, error)
      return ask(
        here,
        {
          _tag: 'RedeemAuthorization',
          provider: call,
          returned: event.parameters,
          redirectUri: redirectUri(here),
          nonce,
          memory: memoryOf(memory)
        },
        'redeem'
      )
    }
    const answer = answerOf(event)
    switch (answer._tag) {
      case 'AuthorizationPrepared':
        return redirect(here, answer.url, { ...answer.memory, nonce })
      case 'ProviderFailed':
        return refused(here, answer)
      case 'IdentityProved': {
        run.tokens = answer.tokens
        run.credentialsEntered()
        const tokens = Object.entries(answer.tokens).map(([name, value]) => [`{oauth2:${name}}`, value])
        return finishWith(here, call.outputClaims, { ...answer.claims, ...Object.fromEntries(tokens) })
      }
      default:
        throw new Error(`an identity provider does not answer "${answer._tag}"`)
    }
  }
}
