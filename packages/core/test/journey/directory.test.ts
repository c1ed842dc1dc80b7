/** Directory profiles and local sign-in: what they ask of the directory, and what people and applications read. */
import type { DirectoryAnswer, PasswordAnswer } from '@trustframe/core/ports'
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
  send
} from '../support/policy.ts'

const claims =
  field('email', 'EmailBox') +
  field('password', 'Password') +
  claim('displayName') +
  claim('isNew', '', 'boolean') +
  claim('phone', '', 'phoneNumber') +
  claim('grant_type') +
  claim('tid')

const input = (id: string, attributes = '') => `<InputClaim ClaimTypeReferenceId="${id}" ${attributes} />`

const directory = (operation: string, more: ProfileParts = {}): string =>
  profile('Account', {
    handler: 'directory',
    input: input('email', 'PartnerClaimType="signInNames.emailAddress" Required="true"'),
    ...more,
    metadata: { Operation: operation, ...more.metadata }
  })

const asStep = (account: string): Parts => ({ claims, profiles: account, steps: exchange(1, 'Account') + send(2) })
const onPage = (account: string, ask: ProfileParts = {}): Parts => ({
  claims,
  profiles: page('Ask', { output: 'email password objectId', validations: 'Account', ...ask }) + account,
  steps: exchange(1, 'Ask') + send(2)
})

const answering = (answer: DirectoryAnswer): World => ({
  ports: {
    ReadAccount: () => answer,
    WriteAccount: () => answer,
    ClearAttributes: () => answer,
    DeleteAccount: () => answer
  }
})

const run = (parts: Parts, answer: DirectoryAnswer, options: StartOptions = { claims: { email: 'a@b.c' } }) =>
  new Journey(compile(parts), answering(answer)).start(options)

const key = { attribute: 'signInNames.emailAddress', value: 'a@b.c' }

describe('what is asked of the directory', () => {
  it('Read: by the key, for the outputs', () => {
    const journey = run(asStep(directory('Read', { output: 'objectId displayName' })), {
      _tag: 'AccountRead',
      attributes: { objectId: '42', displayName: 'Ann', other: 'x' }
    })
    expect(journey.requests).toEqual([{ _tag: 'ReadAccount', key, attributes: ['objectId', 'displayName'] }])
    expect(journey.claims).toEqual({ email: 'a@b.c', objectId: '42', displayName: 'Ann' })
  })

  it('Write: persisted claims in JSON form, the password apart, an empty text as nothing', () => {
    const persisted = `<PersistedClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" /><PersistedClaim ClaimTypeReferenceId="password" /><PersistedClaim ClaimTypeReferenceId="displayName" DefaultValue="" /><PersistedClaim ClaimTypeReferenceId="phone" />`
    const output =
      '<OutputClaim ClaimTypeReferenceId="objectId" /><OutputClaim ClaimTypeReferenceId="isNew" PartnerClaimType="newClaimsPrincipalCreated" />'
    const journey = run(
      asStep(directory('Write', { persisted, output })),
      { _tag: 'AccountWritten', attributes: { objectId: '42' }, created: true },
      { claims: { email: 'a@b.c', password: 'hunter2', phone: { _tag: 'PhoneNumber', e164: '+12065550100' } } }
    )
    expect(journey.requests).toEqual([
      {
        _tag: 'WriteAccount',
        key,
        attributes: { 'signInNames.emailAddress': 'a@b.c', displayName: null, phone: '+12065550100' },
        password: 'hunter2',
        mayCreate: true,
        mayUpdate: true
      }
    ])
    expect(journey.claims).toMatchObject({ objectId: '42', isNew: true })
  })

  it.each([
    ['RaiseErrorIfClaimsPrincipalDoesNotExist', { mayCreate: false, mayUpdate: true }],
    ['RaiseErrorIfClaimsPrincipalAlreadyExists', { mayCreate: true, mayUpdate: false }]
  ])('Write with %s', (name, expected) => {
    const journey = run(asStep(directory('Write', { metadata: { [name]: 'true' } })), {
      _tag: 'AccountWritten',
      attributes: {},
      created: false
    })
    expect(journey.requests[0]).toMatchObject(expected)
  })

  it('DeleteClaims: the persisted claims but the key', () => {
    const persisted =
      '<PersistedClaim ClaimTypeReferenceId="email" PartnerClaimType="signInNames.emailAddress" /><PersistedClaim ClaimTypeReferenceId="phone" PartnerClaimType="strongAuthenticationPhoneNumber" />'
    const journey = run(asStep(directory('DeleteClaims', { persisted })), { _tag: 'AccountChanged' })
    expect(journey.requests).toEqual([
      { _tag: 'ClearAttributes', key, attributes: ['strongAuthenticationPhoneNumber'] }
    ])
  })

  it('DeleteClaimsPrincipal: the account', () => {
    const journey = run(asStep(directory('DeleteClaimsPrincipal')), { _tag: 'AccountChanged' })
    expect(journey.requests).toEqual([{ _tag: 'DeleteAccount', key }])
  })

  it('nothing without a value for a required key', () => {
    expect(run(asStep(directory('Read')), { _tag: 'AccountNotFound' }, {}).error.description).toBe(
      'the required input claim "email" has no value'
    )
  })
})

// active-directory-technical-profile (key claims).
describe.each([
  ['objectId', 'objectId'],
  ['userPrincipalName', 'userPrincipalName'],
  ['signInNames', 'signInNames'],
  ['signInNames.emailAddress', 'signInNames.emailAddress'],
  ['signInNames.userName', 'signInNames.userName'],
  ['signInNames.phoneNumber', 'signInNames.phoneNumber'],
  ['alternativeSecurityId', 'alternativeSecurityId'],
  ['userIdentities', 'userIdentities'],
  ['strongAuthenticationEmailAddress', 'strongAuthenticationEmailAddress']
])('an account that is known by %s', (partner, attribute) => {
  const keyed = (operation: string) =>
    directory(operation, { input: input('email', `PartnerClaimType="${partner}"`), output: 'objectId' })
  const byKey = { attribute, value: 'who' }
  const claimed = { claims: { email: 'who' } }

  it.each<[operation: string, tag: string, DirectoryAnswer]>([
    ['Read', 'ReadAccount', { _tag: 'AccountRead', attributes: { objectId: '42' } }],
    ['Write', 'WriteAccount', { _tag: 'AccountWritten', attributes: { objectId: '42' }, created: false }],
    ['DeleteClaims', 'ClearAttributes', { _tag: 'AccountChanged' }],
    ['DeleteClaimsPrincipal', 'DeleteAccount', { _tag: 'AccountChanged' }]
  ])('%s asks %s', (operation, tag, answer) => {
    const journey = run(asStep(keyed(operation)), answer, claimed)
    expect(journey.requests).toMatchObject([{ _tag: tag, key: byKey }])
    expect(journey.where).toBe('token')
  })
})

describe('an account that is not there', () => {
  it.each(['Read', 'Write', 'DeleteClaims', 'DeleteClaimsPrincipal'])('is no error to %s', (operation) => {
    expect(run(asStep(directory(operation)), { _tag: 'AccountNotFound' }).where).toBe('token')
  })

  it('gives no claims but defaults', () => {
    const output = '<OutputClaim ClaimTypeReferenceId="displayName" DefaultValue="nobody" />'
    const journey = run(asStep(directory('Read', { output })), { _tag: 'AccountNotFound' })
    expect(journey.claims).toEqual({ email: 'a@b.c', displayName: 'nobody' })
  })

  const raising = { metadata: { RaiseErrorIfClaimsPrincipalDoesNotExist: 'true' } }

  it('ends a journey step where the policy raises an error', () => {
    expect(run(asStep(directory('Read', raising)), { _tag: 'AccountNotFound' }).error.relyingParty).toEqual({
      error: 'server_error',
      error_description: `AADB2C90053: A user with the specified credential could not be found.${trailer}`
    })
  })

  it('ends a refresh with invalid_grant', () => {
    const grant = { claims: {}, issuedAtMillis: 0 }
    const { error } = run(
      asStep(directory('Read', raising)),
      { _tag: 'AccountNotFound' },
      { claims: { email: 'e' }, context: { grant } }
    )
    expect(error.relyingParty).toEqual({
      error: 'invalid_grant',
      error_description: `AADB2C90128: The account associated with this grant no longer exists. Please reauthenticate and try again.${trailer}`
    })
  })
})

/** Answers of the directory to a page, and what the person reads: code, then text. */
describe('what a person reads on the page', () => {
  const own = 'UserMessageIfClaimsPrincipalAlreadyExists'
  const raising = { RaiseErrorIfClaimsPrincipalDoesNotExist: 'true' }

  it.each<[DirectoryAnswer, string, string]>([
    [{ _tag: 'AccountNotFound' }, 'AADB2C90053', "We can't seem to find your account."],
    [
      { _tag: 'AccountExists', attribute: 'signInNames.emailAddress' },
      'AADB2C90001',
      'A user with the specified ID already exists. Please choose a different one.'
    ],
    [
      { _tag: 'AttributeRefused', attribute: 'password', reason: 'PasswordTooWeak', detail: 'too weak' },
      'AADB2C90076',
      "AAD query failed with reason: 'too weak'."
    ],
    [
      { _tag: 'DirectoryThrottled' },
      'AADB2C90244',
      'There are too many requests at this moment. Please wait for some time and try again.'
    ],
    [
      { _tag: 'DirectoryUnavailable', detail: 'down' },
      'AADB2C90035',
      'The service is temporarily unavailable. Please retry after a few minutes.'
    ]
  ])('of %j', (answer, code, text) => {
    const journey = run(onPage(directory('Write', { metadata: raising })), answer, {}).submit({
      email: 'a@b.c',
      password: 'x'
    })
    expect(journey.page.message).toMatchObject({ code, text })
  })

  it.each([
    ['the profile that fails', { metadata: { [own]: 'Mine' } }, {}],
    ['the page', {}, { metadata: { [own]: 'Mine' } }]
  ])('is in the words of %s', (_, account, ask) => {
    const answer = { _tag: 'AccountExists', attribute: 'email' } as const
    const journey = run(onPage(directory('Write', account), ask), answer, {}).submit({ email: 'a@b.c', password: 'x' })
    expect(journey.message).toBe('Mine')
  })
})

const login = (more: ProfileParts = {}) =>
  profile('Account', {
    protocol: 'OpenIdConnect',
    metadata: { client_id: 'c', METADATA: 'https://login.microsoftonline.com/x', ...more.metadata },
    input:
      input('email', 'PartnerClaimType="username" Required="true"') +
      input('password', 'Required="true"') +
      input('grant_type', 'DefaultValue="password"'),
    output:
      '<OutputClaim ClaimTypeReferenceId="objectId" PartnerClaimType="oid" /><OutputClaim ClaimTypeReferenceId="tid" PartnerClaimType="tid" /><OutputClaim ClaimTypeReferenceId="displayName" PartnerClaimType="name" />'
  })

const signIn = (parts: Parts, answer: PasswordAnswer) => {
  const journey = new Journey(compile(parts), { ports: { CheckPassword: () => answer } })
  return journey.start()
}

describe('login-NonInteractive', () => {
  const right: PasswordAnswer = { _tag: 'PasswordRight', attributes: { objectId: '42', displayName: 'Ann' } }

  it('gives the claims of the directory’s id token by their names there', () => {
    const journey = signIn(
      onPage(login(), { output: 'email password objectId tid displayName', display: 'email password' }),
      right
    )
    journey.submit({ email: 'a@b.c', password: 'hunter2' })
    expect(journey.requests).toEqual([{ _tag: 'CheckPassword', username: 'a@b.c', password: 'hunter2' }])
    expect(journey.claims).toEqual({
      email: 'a@b.c',
      objectId: '42',
      tid: '72f988bf-86f1-41af-91ab-2d7cd011db47',
      displayName: 'Ann'
    })
  })

  // technical-profiles section 4.1, localization-string-ids.
  it.each<[PasswordAnswer['_tag'], string, string]>([
    ['AccountNotFound', 'AADB2C90053', "We can't seem to find your account."],
    ['PasswordWrong', 'AADB2C90054', 'Your password is incorrect.'],
    ['PasswordOld', 'AADB2C90054', 'Looks like you used an old password.'],
    ['PasswordExpired', 'AADB2C90054', 'Your password has expired.'],
    [
      'AccountDisabled',
      'AADB2C90111',
      'Your account has been locked. Contact your support person to unlock it, then try again.'
    ],
    ['AccountLocked', 'AADB2C90114', 'Your account is temporarily locked to prevent unauthorized use. Try again later.']
  ])('%s is %s on the page', (tag, code, text) => {
    const answer: PasswordAnswer =
      tag === 'PasswordRight' ? right : tag === 'DirectoryUnavailable' ? { _tag: tag, detail: '' } : { _tag: tag }
    const journey = signIn(onPage(login()), answer).submit({ email: 'a@b.c', password: 'x' })
    expect(journey.page.message).toMatchObject({ code, text })
  })

  it('falls back to DefaultMessage where the policy has only that', () => {
    const journey = signIn(onPage(login({ metadata: { DefaultMessage: 'No.' } })), { _tag: 'PasswordWrong' })
    expect(journey.submit({ email: 'a@b.c', password: 'x' }).message).toBe('No.')
  })

  it('as a step of its own is the password grant of the token endpoint', () => {
    const parts: Parts = {
      claims,
      profiles: login()
        .replace('Required="true"', 'DefaultValue="{OIDC:Username}"')
        .replace('Required="true"', 'DefaultValue="{OIDC:Password}"')
        .replace(
          '<Item Key="client_id">',
          '<Item Key="IncludeClaimResolvingInClaimsHandling">true</Item><Item Key="client_id">'
        ),
      steps: exchange(1, 'Account') + send(2)
    }
    const asking = new Journey(compile(parts), { ports: { CheckPassword: () => ({ _tag: 'PasswordWrong' }) } })
    asking.start({ parameters: { username: 'ann', password: 'hunter2' } })
    expect(asking.requests).toEqual([{ _tag: 'CheckPassword', username: 'ann', password: 'hunter2' }])
    expect(asking.error.relyingParty).toEqual({
      error: 'access_denied',
      error_description: `AADB2C90225: The username or password provided in the request are invalid.${trailer}`
    })
  })

  it('takes the password from the claim that has one, when two are mapped to that name', () => {
    const parts = onPage(login(), { output: 'password' })
    const included = {
      ...parts,
      claims: claims + field('oldPassword', 'Password'),
      profiles: parts.profiles.replace(
        input('password', 'Required="true"'),
        input('oldPassword', 'PartnerClaimType="password" Required="true"') + input('password', 'Required="true"')
      )
    }
    const journey = new Journey(
      compile({
        ...included,
        profiles: included.profiles.replace(
          '<OutputClaim ClaimTypeReferenceId="password" />',
          '<OutputClaim ClaimTypeReferenceId="oldPassword" />'
        )
      }),
      {
        ports: { CheckPassword: () => right }
      }
    ).start({ claims: { email: 'a@b.c' } })
    journey.submit({ oldPassword: 'hunter2' })
    expect(journey.requests[0]).toMatchObject({ password: 'hunter2' })
  })
})
