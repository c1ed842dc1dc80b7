/** Every AADB2C error that a journey raises: whole, as the application receives it or as the person reads it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExchangeFailure } from '@trustframe/core'
import type { Answer } from '@trustframe/core/journey'
import type { PasswordAnswer } from '@trustframe/core/ports'
import { aadb2cMessages } from '@trustframe/plan'
import { describe, expect, it } from 'vitest'
import { Journey, type StartOptions, trailer, type World } from '../support/Journey.ts'
import {
  claim,
  compile,
  exchange,
  field,
  page,
  type Parts,
  profile,
  type ProfileParts,
  rest,
  send,
  step,
  transformation
} from '../support/policy.ts'

const claims =
  field('email', 'EmailBox') +
  field('password', 'Password') +
  field('name') +
  claim('count', '', 'int') +
  claim('issued') +
  claim('validFrom') +
  claim('phone') +
  claim('verified') +
  claim('grant_type')

const bound = (item: 'InputClaim' | 'OutputClaim', id: string, partner: string, more = '') =>
  `<${item} ClaimTypeReferenceId="${id}" PartnerClaimType="${partner}" ${more}/>`

/** The profile "P" as the first step. */
const asStep = (profiles: string, more: Partial<Parts> = {}): Parts => ({
  claims,
  profiles,
  steps: exchange(1, 'P') + send(2),
  ...more
})

/** The profile "P" as the validation of a page. */
const onPage = (profiles: string, ask: ProfileParts = {}): Parts => ({
  claims,
  profiles: page('Ask', { output: 'email password', validations: 'P', ...ask }) + profiles,
  steps: exchange(1, 'Ask') + send(2)
})

/** Every port answers alike. */
const answering = (answer: Answer): World => ({
  ports: {
    ReadAccount: () => answer,
    WriteAccount: () => answer,
    CheckPassword: () => answer,
    VerifyCode: () => answer,
    SendCode: () => ({ _tag: 'Sent' }),
    VerifyToken: () => answer,
    PrepareAuthorization: () => ({ _tag: 'AuthorizationPrepared', url: 'https://idp.test/', memory: {} }),
    RedeemAuthorization: () => answer
  }
})

/** The outbox answers. */
const sending = (answer: Answer): World => ({ ports: { SendCode: () => answer } })

const failing = (failure: ExchangeFailure): World => ({ services: { P: () => ({ failure }) } })

const start = (parts: Parts, world: World = {}, options: StartOptions = {}) =>
  new Journey(compile(parts), world).start(options)

const someone: StartOptions = { claims: { email: 'ann@b.c', password: 'hunter2' } }

const submitted = (parts: Parts, world: World): Journey =>
  start(parts, world).submit({ email: 'ann@b.c', password: 'hunter2', name: 'Ann' })

const directory = (operation: string, metadata: Readonly<Record<string, string>> = {}) =>
  profile('P', {
    handler: 'directory',
    metadata: { Operation: operation, ...metadata },
    input: bound('InputClaim', 'email', 'signInNames.emailAddress'),
    output: 'objectId count'
  })

const exists = { RaiseErrorIfClaimsPrincipalAlreadyExists: 'true' }
const missing = { RaiseErrorIfClaimsPrincipalDoesNotExist: 'true' }

const login = profile('P', {
  protocol: 'OpenIdConnect',
  metadata: { client_id: 'c', METADATA: 'https://login.microsoftonline.com/x' },
  input:
    bound('InputClaim', 'email', 'username') +
    '<InputClaim ClaimTypeReferenceId="password" />' +
    '<InputClaim ClaimTypeReferenceId="grant_type" DefaultValue="password" />'
})

const verifying = profile('P', {
  handler: 'otp',
  metadata: { Operation: 'VerifyCode' },
  input: bound('InputClaim', 'email', 'identifier') + bound('InputClaim', 'password', 'otpToVerify')
})

const mfa = (operation: string) =>
  profile('P', {
    handler: 'mfa',
    metadata: { Operation: operation },
    input: bound('InputClaim', 'phone', 'phoneNumber') + bound('InputClaim', 'password', 'verificationCode')
  })

const reachable: StartOptions = { claims: { phone: '+12065550100', password: '0' } }

const provider = profile('P', {
  protocol: 'OpenIdConnect',
  metadata: { client_id: 'c', METADATA: 'https://idp.test/config' },
  output: 'objectId count'
})

const phone = profile('P', {
  handler: 'phone',
  metadata: { ContentDefinitionReferenceId: 'api.page' },
  input: bound('InputClaim', 'objectId', 'UserId') + '<InputClaim ClaimTypeReferenceId="phone" />',
  output: bound('OutputClaim', 'verified', 'Verified.OfficePhone')
})

const hint: Parts = {
  claims,
  profiles: profile('P', {
    protocol: 'None',
    metadata: { issuer: 'https://issuer.test', IdTokenAudience: 'aud' },
    keys: { client_secret: 'B2C_1A_Hint' },
    output: 'email'
  }),
  steps: step(1, 'GetClaims', '', 'CpimIssuerTechnicalProfileReferenceId="P"') + send(2)
}

const hinted = (answer: Answer) => start(hint, answering(answer), { parameters: { id_token_hint: 'jwt' } })

const redirected = (answer: Answer) =>
  start(asStep(provider), answering(answer)).act({ _tag: 'Returned', parameters: { code: 'x' } })

const status = (code: number): ExchangeFailure => ({ _tag: 'StatusRejected', status: code, reason: '' })

const keyProblem = (problem: 'absent' | 'unusable' | 'unanswered', detail: string): ExchangeFailure => ({
  _tag: 'KeyUnavailable',
  key: 'BasicAuthenticationPassword',
  storageReferenceId: 'B2C_1A_Password',
  problem,
  detail
})

const basic = rest('P', {
  metadata: { AuthenticationType: 'Basic' },
  keys: { BasicAuthenticationUsername: 'B2C_1A_User', BasicAuthenticationPassword: 'B2C_1A_Password' }
})
const bearer = rest('P', {
  metadata: { AuthenticationType: 'Bearer' },
  keys: { BearerAuthenticationToken: 'B2C_1A_Token' }
})
const bearerClaim = rest('P', {
  metadata: { AuthenticationType: 'Bearer', UseClaimAsBearerToken: 'name' },
  input: 'name'
})
const apiKey = rest('P', { metadata: { AuthenticationType: 'ApiKeyHeader' }, keys: { 'x-key': 'B2C_1A_Key' } })
const certificate = rest('P', {
  metadata: { AuthenticationType: 'ClientCertificate' },
  keys: { ClientCertificate: 'B2C_1A_Certificate' }
})

const credentialsInvalid =
  "AADB2C90027: Basic credentials specified for 'P' are invalid. Check that the credentials are correct and that access has been granted by the resource."
const certificateInvalid =
  "AADB2C90028: Client certificate specified for 'P' is invalid. Check that the certificate is correct, contains a private key and that access has been granted by the resource."

const asking = asStep(page('P', { output: '<OutputClaim ClaimTypeReferenceId="name" Required="true" />' }))
const twice = page('P', {
  metadata: { 'setting.retryLimit': '1' },
  output: '<OutputClaim ClaimTypeReferenceId="name" Required="true" />'
})

const combined: Parts = {
  claims,
  profiles: page('Local', { output: 'email password' }),
  steps:
    step(
      1,
      'CombinedSignInAndSignUp',
      '<ClaimsProviderSelections><ClaimsProviderSelection ValidationClaimsExchangeId="Local" /></ClaimsProviderSelections><ClaimsExchanges><ClaimsExchange Id="Local" TechnicalProfileReferenceId="Local" /></ClaimsExchanges>',
      'ContentDefinitionReferenceId="api.page"'
    ) + send(2)
}

const nobody: Parts = {
  claims,
  profiles: page('P', { output: 'name', enabled: 'Never' }),
  steps:
    step(
      1,
      'ClaimsProviderSelection',
      '<ClaimsProviderSelections><ClaimsProviderSelection TargetClaimsExchangeId="P" /></ClaimsProviderSelections>',
      'ContentDefinitionReferenceId="api.page"'
    ) +
    exchange(2, 'P') +
    send(3)
}

const revoked: Parts = {
  ...asStep(profile('P', { handler: 'transform', output: 'name', after: 'Assert' })),
  transformations: transformation('Assert', 'AssertDateTimeIsGreaterThan', {
    input: 'issued:leftOperand validFrom:rightOperand',
    parameters: 'AssertIfEqualTo:boolean:false AssertIfRightOperandIsNotPresent:boolean:true'
  })
}

const grant = { context: { grant: { claims: {}, issuedAtMillis: 0 } } }

const codeOf = (text: string): string => /^AADB2C\d{5}/.exec(text)?.[0] ?? ''

/** What ends a journey. Sources: error-codes, execution section 9, protocols sections 7, 8 and 11. */
type ToApplication = readonly [what: string, journey: () => Journey, error: string, description: string]

const toApplication: ReadonlyArray<ToApplication> = [
  [
    'an account that is there already, in a step',
    () =>
      start(
        asStep(directory('Write', exists)),
        answering({ _tag: 'AccountExists', attribute: 'signInNames' }),
        someone
      ),
    'server_error',
    "AADB2C90001: This user already exists, and profile 'P' does not allow the same user to be created again."
  ],
  [
    'a directory that cannot be reached',
    () => start(asStep(directory('Read')), answering({ _tag: 'DirectoryUnavailable', detail: 'down' }), someone),
    'server_error',
    'AADB2C90035: The service is temporarily unavailable. Please retry after a few minutes.'
  ],
  [
    'a directory that cannot be reached to check a password',
    () => start(asStep(login), answering({ _tag: 'DirectoryUnavailable', detail: 'down' }), someone),
    'server_error',
    'AADB2C90035: The service is temporarily unavailable. Please retry after a few minutes.'
  ],
  [
    'a page that was left open too long',
    () => start(asking).wait(86_400_001).submit({ name: 'Ann' }),
    'server_error',
    'AADB2C90046: We are having trouble loading your current state. You might want to try starting your session over from the beginning.'
  ],
  [
    'a selection of which nothing is enabled',
    () => start(nobody),
    'server_error',
    'AADB2C90051: No suitable claims providers were found.'
  ],
  [
    'an account that is not there, in a step',
    () => start(asStep(directory('Read', missing)), answering({ _tag: 'AccountNotFound' }), someone),
    'server_error',
    'AADB2C90053: A user with the specified credential could not be found.'
  ],
  [
    'a service that fails',
    () => start(asStep(rest('P')), failing({ _tag: 'StatusRejected', status: 500, reason: '' })),
    'server_error',
    "AADB2C90075: The claims exchange 'P' specified in step '1' returned HTTP error response with Code 'InternalServerError' and Reason 'Internal Server Error'."
  ],
  [
    'an attribute that the directory refuses',
    () =>
      start(
        asStep(directory('Write')),
        answering({ _tag: 'AttributeRefused', attribute: 'mail', reason: 'InvalidValue', detail: 'no address' }),
        someone
      ),
    'server_error',
    "AADB2C90076: AAD query failed with reason: 'no address'."
  ],
  [
    'a page that prompt=none forbids',
    () => start(asking, {}, { parameters: { prompt: 'none' } }),
    'interaction_required',
    "AADB2C90077: User does not have an existing session and request prompt parameter has a value of 'None'."
  ],
  [
    'a person who gives up',
    () => start(asking).act({ _tag: 'Cancelled' }),
    'access_denied',
    'AADB2C90091: The user has cancelled entering self-asserted information.'
  ],
  [
    'a person who forgot the password',
    () => start(combined).act({ _tag: 'PasswordForgotten' }),
    'access_denied',
    'AADB2C90118: The user has forgotten their password.'
  ],
  [
    'a refresh for an account that is gone',
    () => start(asStep(directory('Read', missing)), answering({ _tag: 'AccountNotFound' }), { ...someone, ...grant }),
    'invalid_grant',
    'AADB2C90128: The account associated with this grant no longer exists. Please reauthenticate and try again.'
  ],
  [
    'a refresh of a grant that is revoked',
    () =>
      start(revoked, {}, { ...grant, claims: { issued: '2026-01-01T00:00:00Z', validFrom: '2026-01-02T00:00:00Z' } }),
    'invalid_grant',
    'AADB2C90129: The provided grant has been revoked. Please reauthenticate and try again.'
  ],
  [
    'no phone number, and none may be entered',
    () => start(asStep(phone)),
    'server_error',
    'AADB2C90145: No unverified phone numbers have been found and policy does not allow a user entered number.'
  ],
  [
    'three wrong codes for a phone',
    () => {
      const journey = start(asStep(phone), answering({ _tag: 'CodeWrong' }), { claims: { phone: '+12065550100' } })
      journey.act({ _tag: 'PhoneCodeRequested', phone: 0, method: 'sms' })
      for (let index = 0; index < 3; index++) journey.act({ _tag: 'PhoneCodeEntered', code: '0' })
      return journey
    },
    'server_error',
    'AADB2C90151: User has exceeded the maximum number for retries for multifactor authentication.'
  ],
  [
    'more refusals of a page than setting.retryLimit allows',
    () => start(asStep(twice)).submit({}).submit({}),
    'server_error',
    'AADB2C90157: User has exceeded the maximum number for retries for a self-asserted step.'
  ],
  [
    'a wrong code, in a step',
    () => start(asStep(verifying), answering({ _tag: 'CodeWrong' }), someone),
    'server_error',
    "AADB2C90158: A self-asserted validation request has failed with reason 'That code is incorrect. Please try again.'."
  ],
  [
    'a text message that cannot be sent, in a step',
    () => start(asStep(mfa('OneWaySMS')), sending({ _tag: 'AddressRefused', detail: '' }), reachable),
    'server_error',
    "AADB2C90155: A multi-factor verification request has failed with reason 'Cannot Send SMS to the phone, please try another phone number.'."
  ],
  [
    'a wrong code of a text message, in a step',
    () => start(asStep(mfa('Verify')), answering({ _tag: 'CodeWrong' }), reachable),
    'server_error',
    "AADB2C90156: A multi-factor validation request has failed with reason 'Wrong code entered, please try again.'."
  ],
  [
    'a key container that the tenant does not have',
    () => start(asStep(basic), failing(keyProblem('absent', 'it is not configured'))),
    'server_error',
    "AADB2C90073: KeyContainer with 'id': 'B2C_1A_Password' cannot be found in the directory 'contoso.onmicrosoft.com'"
  ],
  [
    'a key that cannot be used',
    () => start(asStep(basic), failing(keyProblem('unusable', 'it is a certificate; a secret is needed'))),
    'server_error',
    "AADB2C90019: The key container with ID 'B2C_1A_Password' in tenant 'contoso.onmicrosoft.com' does not have a valid key. Reason: it is a certificate; a secret is needed."
  ],
  [
    'a key store that gives no answer',
    () => start(asStep(basic), failing(keyProblem('unanswered', 'the key store gave no answer within 10 s'))),
    'server_error',
    "AADB2C90075: The claims exchange 'P' specified in step '1' returned HTTP error response with Code 'Conflict' and Reason 'Failed to establish connection to restful service end point. Restful service URL: https://api.test/p'."
  ],
  [
    'a client certificate that cannot be used',
    () => start(asStep(certificate), failing(keyProblem('unusable', 'it has no private key'))),
    'server_error',
    certificateInvalid
  ],
  [
    'a 401 to a client certificate',
    () => start(asStep(certificate), failing(status(401))),
    'server_error',
    certificateInvalid
  ],
  ['a 401 to Basic credentials', () => start(asStep(basic), failing(status(401))), 'server_error', credentialsInvalid],
  [
    'a 401 to Basic credentials whose body cannot be read',
    () => start(asStep(basic), failing({ _tag: 'ErrorResponseUnreadable', status: 401, detail: 'text' })),
    'server_error',
    credentialsInvalid
  ],
  ['a 401 to a bearer token', () => start(asStep(bearer), failing(status(401))), 'server_error', credentialsInvalid],
  [
    'a 401 to the token of a claim',
    () => start(asStep(bearerClaim), failing(status(401))),
    'server_error',
    credentialsInvalid
  ],
  ['a 401 to an API key', () => start(asStep(apiKey), failing(status(401))), 'server_error', credentialsInvalid],
  [
    'a 403 to Basic credentials',
    () => start(asStep(basic), failing(status(403))),
    'server_error',
    "AADB2C90075: The claims exchange 'P' specified in step '1' returned HTTP error response with Code 'Forbidden' and Reason 'Forbidden'."
  ],
  [
    'a 401 to a profile that sends no credentials',
    () => start(asStep(rest('P')), failing(status(401))),
    'server_error',
    "AADB2C90075: The claims exchange 'P' specified in step '1' returned HTTP error response with Code 'Unauthorized' and Reason 'Unauthorized'."
  ],
  [
    'a bearer token that is not there',
    () =>
      start(
        asStep(rest('P')),
        failing({ _tag: 'BearerTokenMissing', claim: 'token', problem: 'absent', available: ['email', 'name'] })
      ),
    'server_error',
    "AADB2C90194: Claim 'token' specified for the bearer token is not present in the available claims. Available claims 'email, name'."
  ],
  [
    'a bearer token that is empty',
    () =>
      start(
        asStep(rest('P')),
        failing({ _tag: 'BearerTokenMissing', claim: 'token', problem: 'empty', available: [] })
      ),
    'server_error',
    "AADB2C90195: Claim 'token' specified for the bearer token is null or empty."
  ],
  [
    'an id token hint that has expired',
    () => hinted({ _tag: 'TokenExpired' }),
    'server_error',
    'AADB2C90208: The provided id_token_hint parameter is expired. Please provide another token and try again.'
  ],
  [
    'an id token hint for others',
    () => hinted({ _tag: 'AudienceWrong', expected: ['aud', 'other'] }),
    'server_error',
    "AADB2C90209: The provided id_token_hint parameter does not contain an accepted audience. Valid audience values: 'aud, other'. Please provide another token and try again."
  ],
  [
    'an id token hint that is none',
    () => hinted({ _tag: 'TokenUnverifiable', detail: 'no JWT' }),
    'server_error',
    'AADB2C90210: The provided id_token_hint parameter could not be validated. Please provide another token and try again.'
  ],
  [
    'a wrong password, in a step',
    () => start(asStep(login), answering({ _tag: 'PasswordWrong' }), someone),
    'access_denied',
    'AADB2C90225: The username or password provided in the request are invalid.'
  ],
  [
    'an id token hint of others',
    () => hinted({ _tag: 'IssuerWrong', expected: ['https://issuer.test'] }),
    'server_error',
    "AADB2C90232: The provided id_token_hint parameter does not contain an accepted issuer. Valid issuers: 'https://issuer.test'. Please provide another token and try again."
  ],
  [
    'an id token hint with a wrong signature',
    () => hinted({ _tag: 'SignatureWrong' }),
    'server_error',
    'AADB2C90233: The provided id_token_hint parameter failed signature validation. Please provide another token and try again.'
  ],
  [
    'an id token hint of the future',
    () => hinted({ _tag: 'TokenNotYetValid' }),
    'server_error',
    "AADB2C90234: The provided id_token_hint has an 'nbf' value that is in the future."
  ],
  [
    'a directory that has too much to do',
    () => start(asStep(directory('Read')), answering({ _tag: 'DirectoryThrottled' }), someone),
    'server_error',
    'AADB2C90244: There are too many requests at this moment. Please wait for some time and try again.'
  ],
  [
    'a service whose error cannot be read',
    () => start(asStep(rest('P')), failing({ _tag: 'ErrorResponseUnreadable', status: 409, detail: 'text' })),
    'server_error',
    "AADB2C90261: The claims exchange 'P' specified in step '1' returned HTTP error response that could not be parsed."
  ],
  [
    'no id token hint',
    () => start(hint),
    'server_error',
    'AADB2C90272: The id_token_hint parameter has not been specified in the request. Please provide token and try again.'
  ],
  [
    'a person who gives up at the identity provider',
    () =>
      start(asStep(provider), answering({ _tag: 'Noted' })).act({
        _tag: 'Returned',
        parameters: { error: 'access_denied', error_description: 'The user said no' }
      }),
    'server_error',
    "AADB2C90273: An invalid response was received : 'Error: access_denied,Error Description: The user said no'"
  ],
  [
    'an identity provider whose token is invalid',
    () => redirected({ _tag: 'ProviderFailed', reason: 'TokenInvalid', error: undefined, detail: 'the nonce differs' }),
    'server_error',
    "AADB2C90273: An invalid response was received : 'the nonce differs'"
  ],
  [
    'an answer of a service that cannot be read',
    () => start(asStep(rest('P')), failing({ _tag: 'AnswerUnreadable', status: 200, detail: 'no JSON object' })),
    'server_error',
    "AADB2C90273: An invalid response was received : 'no JSON object'"
  ],
  [
    'an identity provider whose key is missing',
    () =>
      redirected({ _tag: 'ProviderFailed', reason: 'KeyUnavailable', error: undefined, detail: 'no client_secret' }),
    'server_error',
    "AADB2C90243: The IDP's client key/secret is not properly configured."
  ],
  [
    'an identity provider that cannot be reached',
    () => redirected({ _tag: 'ProviderFailed', reason: 'Unreachable', error: undefined, detail: 'no route' }),
    'server_error',
    'AADB2C90289: We encountered an error connecting to the identity provider. Please try again later.'
  ]
]

describe('what the application receives of', () => {
  it.each(toApplication)('%s', (_, journey, error, description) => {
    const ended = journey()
    const now = new Date(ended.millis).toISOString().slice(0, 19).replace('T', ' ')
    expect(ended.error.relyingParty).toEqual({
      error,
      error_description: `${description}${trailer.replace('2026-11-22 09:08:07', now)}`
    })
  })
})

type OnPage = readonly [what: string, journey: () => Journey, code: string, key: string, text: string]

const refusing = (tag: PasswordAnswer['_tag']): Answer =>
  tag === 'PasswordRight'
    ? { _tag: tag, attributes: {} }
    : tag === 'DirectoryUnavailable'
      ? { _tag: tag, detail: 'down' }
      : { _tag: tag }

const signIn = (tag: PasswordAnswer['_tag']) => () => submitted(onPage(login), answering(refusing(tag)))

/** What refuses a page. Sources: localization-string-ids, technical-profiles sections 1.5, 4.1 and 10. */
const toPerson: ReadonlyArray<OnPage> = [
  [
    'an account that is there already',
    () => submitted(onPage(directory('Write', exists)), answering({ _tag: 'AccountExists', attribute: 'signInNames' })),
    'AADB2C90001',
    'UserMessageIfClaimsPrincipalAlreadyExists',
    'A user with the specified ID already exists. Please choose a different one.'
  ],
  [
    'a directory that cannot be reached',
    signIn('DirectoryUnavailable'),
    'AADB2C90035',
    'AADB2C90035',
    'The service is temporarily unavailable. Please retry after a few minutes.'
  ],
  [
    'no account of that name',
    signIn('AccountNotFound'),
    'AADB2C90053',
    'UserMessageIfClaimsPrincipalDoesNotExist',
    "We can't seem to find your account."
  ],
  [
    'a wrong password',
    signIn('PasswordWrong'),
    'AADB2C90054',
    'UserMessageIfInvalidPassword',
    'Your password is incorrect.'
  ],
  [
    'an earlier password',
    signIn('PasswordOld'),
    'AADB2C90054',
    'UserMessageIfOldPasswordUsed',
    'Looks like you used an old password.'
  ],
  [
    'a password that has expired',
    signIn('PasswordExpired'),
    'AADB2C90054',
    'UserMessageIfPasswordExpired',
    'Your password has expired.'
  ],
  [
    'an account that is disabled',
    signIn('AccountDisabled'),
    'AADB2C90111',
    'UserMessageIfUserAccountDisabled',
    'Your account has been locked. Contact your support person to unlock it, then try again.'
  ],
  [
    'an account that is locked',
    signIn('AccountLocked'),
    'AADB2C90114',
    'UserMessageIfUserAccountLocked',
    'Your account is temporarily locked to prevent unauthorized use. Try again later.'
  ],
  [
    'a directory that has too much to do',
    signIn('DirectoryThrottled'),
    'AADB2C90244',
    'ServiceThrottled',
    'There are too many requests at this moment. Please wait for some time and try again.'
  ],
  [
    'an attribute that the directory refuses',
    () =>
      submitted(
        onPage(directory('Write')),
        answering({ _tag: 'AttributeRefused', attribute: 'mail', reason: 'InvalidValue', detail: 'no address' })
      ),
    'AADB2C90076',
    'AADB2C90076',
    "AAD query failed with reason: 'no address'."
  ],
  [
    'a wrong code',
    () => submitted(onPage(verifying), answering({ _tag: 'CodeWrong' })),
    'AADB2C90158',
    'UserMessageIfVerificationFailedRetryAllowed',
    'That code is incorrect. Please try again.'
  ],
  [
    'a service that refuses the credentials of the policy',
    () => submitted(onPage(basic), failing(status(401))),
    'AADB2C90027',
    'AADB2C90027',
    credentialsInvalid.slice('AADB2C90027: '.length)
  ],
  [
    'a service that fails',
    () => submitted(onPage(rest('P')), failing({ _tag: 'StatusRejected', status: 503, reason: '' })),
    'AADB2C90075',
    'AADB2C90075',
    "The claims exchange 'P' specified in step '1' returned HTTP error response with Code 'ServiceUnavailable' and Reason 'Service Unavailable'."
  ]
]

describe('what the person reads of', () => {
  it.each(toPerson)('%s', (_, journey, code, key, text) => {
    expect(journey().page.message).toEqual({ code, key, text })
  })
})

describe('an error without a number', () => {
  it.each<[what: string, journey: () => Journey, text: string]>([
    ['a required claim without a value', () => start(asStep(login)), 'An exception has occurred.'],
    [
      'a profile that Trustframe does not run',
      () => start(asStep(profile('P', { protocol: 'SAML2', output: 'email' }))),
      'An exception has occurred.'
    ]
  ])('is an exception to the application: %s', (_, journey, text) => {
    expect(journey().error.relyingParty).toEqual({
      error: 'server_error',
      error_description: `AADB2C: ${text}${trailer}`
    })
  })
})

const source = join(import.meta.dirname, '..', '..', 'src')

/** Codes that a journey, or an exchange of it, is written to raise. */
const raised = new Set(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => readFileSync(join(source, path), 'utf8').match(/'AADB2C\d{5}'/g) ?? [])
    .map((quoted) => quoted.slice(1, -1))
)

describe('the codes that the interpreter can raise', () => {
  it('are those of the tables above, each of them', () => {
    const tested = [
      ...toApplication.map(([, , , description]) => codeOf(description)),
      ...toPerson.map(([, , code]) => code)
    ]
    expect([...new Set(tested)].toSorted()).toEqual([...raised].toSorted())
  })

  it('are in the catalogue, whose words they are in', () => {
    expect([...raised].filter((code) => !Object.hasOwn(aadb2cMessages, code))).toEqual([])
  })
})
