import type { Attributes, DirectoryAnswer } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as TestClock from 'effect/testing/TestClock'
import { layerDirectory, outcome, perform } from '../support/layers.ts'

interface Write {
  readonly key: readonly [attribute: string, value: string]
  readonly attributes: Attributes
  readonly password?: string
  readonly mayCreate?: boolean
  readonly mayUpdate?: boolean
}

const write = ({ attributes, key: [attribute, value], mayCreate = true, mayUpdate = true, password }: Write) =>
  perform({
    _tag: 'Write',
    key: { attribute, value },
    attributes,
    password: password === undefined ? undefined : Redacted.make(password),
    mayCreate,
    mayUpdate
  })

const read = (attribute: string, value: string, ...attributes: ReadonlyArray<string>) =>
  perform({ _tag: 'Read', key: { attribute, value }, attributes })

/** The outcome, with its detail where it is a refusal. */
const told = (answer: DirectoryAnswer): string => {
  switch (answer._tag) {
    case 'AttributeRefused':
      return `${answer.attribute} ${answer.reason}: ${answer.detail}`
    case 'AccountExists':
      return `AccountExists: ${answer.attribute}`
    case 'AccountWritten':
      return answer.created ? 'created' : 'updated'
    default:
      return answer._tag
  }
}

const email = (value: string) => ['signInNames.emailAddress', value] as const
/** Makes an account of a user principal name. */
const writeUser = (userPrincipalName: string) =>
  write({ key: ['userPrincipalName', userPrincipalName], attributes: { userPrincipalName, displayName: 'N' } })

const ada = { displayName: 'Ada', objectId: 'ada', signInNames: { emailAddress: 'ada@contoso.com' }, password: 'x' }
const bob = {
  displayName: 'Bob',
  objectId: 'bob',
  signInNames: { userName: 'bob', emailAddress: 'bob@contoso.com', phoneNumber: '+4512345678' },
  identities: [
    { issuer: 'facebook.com', id: '1' },
    { issuer: 'google.com', id: '2' }
  ]
}

describe('Write', () => {
  const identity = '{"issuer":"facebook.com","issuerUserId":"OTk="}'
  const rows: ReadonlyArray<readonly [what: string, write: Write, answer: string]> = [
    [
      'creates a local account',
      {
        key: email('new@contoso.com'),
        attributes: { 'signInNames.emailAddress': 'new@contoso.com', displayName: 'N' }
      },
      'created'
    ],
    [
      'creates an account of an external identity',
      {
        key: ['alternativeSecurityId', identity],
        attributes: { alternativeSecurityId: identity, displayName: 'unknown', userPrincipalName: 'cpim_1@t.test' }
      },
      'created'
    ],
    ['updates an account that is there', { key: email('ada@contoso.com'), attributes: { givenName: 'A' } }, 'updated'],
    [
      'does not update what RaiseErrorIfClaimsPrincipalAlreadyExists protects',
      { key: email('ADA@contoso.com'), attributes: { givenName: 'A' }, mayUpdate: false },
      'AccountExists: signInNames.emailAddress'
    ],
    [
      'does not create where RaiseErrorIfClaimsPrincipalDoesNotExist forbids it',
      { key: email('new@contoso.com'), attributes: {}, mayCreate: false },
      'AccountNotFound'
    ],
    ['does not create by object id', { key: ['objectId', 'x'], attributes: { displayName: 'N' } }, 'AccountNotFound'],
    [
      "refuses another account's sign-in name, whatever its type",
      { key: ['objectId', 'ada'], attributes: { 'signInNames.badge': 'BOB' } },
      'AccountExists: signInNames.badge'
    ],
    [
      "refuses another account's identity",
      { key: ['objectId', 'ada'], attributes: { userIdentities: [{ issuer: 'facebook.com', issuerUserId: 'MQ==' }] } },
      'AccountExists: alternativeSecurityId'
    ],
    [
      'needs the key among the persisted claims of a new account',
      { key: email('new@contoso.com'), attributes: { displayName: 'N' } },
      'signInNames.emailAddress InvalidValue: attribute "signInNames.emailAddress" identifies the new account and has to be among its persisted claims'
    ],
    [
      'needs a display name',
      { key: email('new@contoso.com'), attributes: { 'signInNames.emailAddress': 'new@contoso.com' } },
      'displayName InvalidValue: attribute "displayName" is required and cannot be empty'
    ],
    [
      'does not empty the display name',
      { key: ['objectId', 'ada'], attributes: { displayName: '' } },
      'displayName InvalidValue: attribute "displayName" is required and cannot be empty'
    ],
    [
      'needs more than a recovery address for a new account',
      {
        key: ['strongAuthenticationEmailAddress', 'a@b.test'],
        attributes: { strongAuthenticationEmailAddress: 'a@b.test', displayName: 'N' }
      },
      'signInNames InvalidValue: attribute "signInNames" or an external identity is required for a new account'
    ]
  ]
  it.effect.each(rows)('%s', ([, request, answer]) =>
    Effect.gen(function* () {
      assert.strictEqual(told(yield* write(request)), answer)
    }).pipe(Effect.provide(layerDirectory({ users: [ada, bob] })))
  )

  const refusals: ReadonlyArray<readonly [attributes: Attributes, answer: string]> = [
    [{ displayName: 'a<b' }, 'attribute "displayName" must not hold "<" or ">"'],
    [{ displayName: 'x'.repeat(257) }, 'attribute "displayName" has more than 256 characters'],
    [{ givenName: 'x'.repeat(65) }, 'attribute "givenName" has more than 64 characters'],
    [{ givenName: 7 }, 'attribute "givenName" takes a text'],
    [{ accountEnabled: 'maybe' }, 'attribute "accountEnabled" takes "true" or "false"'],
    [{ accountEnabled: null }, 'attribute "accountEnabled" takes "true" or "false"'],
    [{ ageGroup: 'Old' }, 'attribute "ageGroup" takes "Undefined", "Minor", "Adult", "NotAdult"'],
    [{ otherMails: ['é@x.test'] }, 'attribute "otherMails" must not hold accents'],
    [{ dateOfBirth: 'yesterday' }, 'attribute "dateOfBirth" takes a date'],
    [
      { passwordPolicies: 'AllowAnything' },
      'attribute "passwordPolicies" takes "None", "DisablePasswordExpiration", "DisableStrongPassword", separated by commas'
    ],
    [{ extension_x: ['a'] }, 'attribute "extension_x" takes a text, a boolean, an integer or a date and time'],
    [{ extension_x: 'x'.repeat(257) }, 'attribute "extension_x" has more than 256 characters'],
    [{ dispalyName: 'A' }, 'attribute "dispalyName" is not known; custom attributes begin with "extension_"'],
    [
      { createdDateTime: '2026-01-01T00:00:00Z' },
      'attribute "createdDateTime" is kept by the directory and cannot be written'
    ],
    [{ objectId: 'other' }, 'attribute "objectId" is given by the directory'],
    [{ userPrincipalName: 'other@contoso.com' }, 'attribute "userPrincipalName" cannot be changed'],
    [
      { 'signInNames.emailAddress': 'ada' },
      'attribute "signInNames.emailAddress" takes an e-mail address without accents'
    ],
    [
      { 'signInNames.userName': 'ada@contoso.com' },
      'attribute "signInNames.userName" takes up to 64 letters, digits and symbols as they stand before the "@" of an e-mail address'
    ],
    [
      { alternativeSecurityId: 'facebook' },
      'attribute "alternativeSecurityId" takes identities with "issuer" and "issuerUserId"'
    ]
  ]
  it.effect.each(refusals)('refuses %j', ([attributes, detail]) =>
    Effect.gen(function* () {
      const answer = yield* write({ key: ['objectId', 'ada'], attributes })
      assert.deepStrictEqual(answer, {
        _tag: 'AttributeRefused',
        attribute: Object.keys(attributes).join(),
        reason: 'InvalidValue',
        detail
      })
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect("holds user principal names against the tenant's domains", () =>
    Effect.gen(function* () {
      assert.strictEqual(
        told(yield* writeUser('n@else.test')),
        'userPrincipalName InvalidValue: attribute "userPrincipalName" takes a name of the tenant\'s domains, which are contoso.onmicrosoft.com, contoso.com'
      )
      assert.strictEqual(told(yield* writeUser('n@Contoso.com')), 'created')
    }).pipe(Effect.provide(layerDirectory({ domains: ['contoso.onmicrosoft.com', 'contoso.com'] })))
  )

  it.effect('answers a new account with what the directory gave it', () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_500)
      const answer = yield* write({
        key: email('n@contoso.com'),
        attributes: { 'signInNames.emailAddress': 'n@contoso.com', displayName: 'N', Extension_Tier: 'gold' },
        password: 'Passw0rd!'
      })
      if (answer._tag !== 'AccountWritten') return assert.fail(answer._tag)
      const { objectId, ...attributes } = answer.attributes
      if (typeof objectId !== 'string') return assert.fail('there is no object id')
      assert.match(objectId, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
      assert.deepStrictEqual(attributes, {
        userPrincipalName: `${objectId}@contoso.onmicrosoft.com`,
        displayName: 'N',
        extension_Tier: 'gold',
        Extension_Tier: 'gold',
        'signInNames.emailAddress': 'n@contoso.com',
        accountEnabled: true,
        creationType: 'LocalAccount',
        userType: 'Member',
        createdDateTime: '1970-01-01T00:00:01.5000000Z',
        refreshTokensValidFromDateTime: '1970-01-01T00:00:01.0000000Z'
      })
    }).pipe(Effect.provide(layerDirectory({ domains: ['contoso.onmicrosoft.com'] })))
  )

  const changes: ReadonlyArray<readonly [what: string, attributes: Attributes, then: Attributes]> = [
    [
      'a sign-in name written alone replaces those of other types',
      { 'signInNames.emailAddress': 'b@contoso.com' },
      { 'signInNames.emailAddress': 'b@contoso.com' }
    ],
    [
      'sign-in names written together stay together',
      { 'signInNames.emailAddress': 'b@contoso.com', 'signInNames.userName': 'bob' },
      { 'signInNames.emailAddress': 'b@contoso.com', 'signInNames.userName': 'bob' }
    ],
    [
      'an empty sign-in name removes its type',
      { 'signInNames.phoneNumber': '' },
      { 'signInNames.emailAddress': 'bob@contoso.com', 'signInNames.userName': 'bob' }
    ],
    [
      'alternativeSecurityId replaces the identity of its issuer and leaves the others',
      { alternativeSecurityId: '{"issuer":"facebook.com","issuerUserId":"Mw=="}' },
      {
        'signInNames.emailAddress': 'bob@contoso.com',
        'signInNames.userName': 'bob',
        'signInNames.phoneNumber': '+4512345678',
        userIdentities: [
          { issuer: 'google.com', issuerUserId: 'Mg==' },
          { issuer: 'facebook.com', issuerUserId: 'Mw==' }
        ]
      }
    ]
  ]
  it.effect.each(changes)('%s', ([, attributes, then]) =>
    Effect.gen(function* () {
      yield* write({ key: ['objectId', 'bob'], attributes })
      const names = [
        'signInNames.emailAddress',
        'signInNames.userName',
        'signInNames.phoneNumber',
        ...('alternativeSecurityId' in attributes ? ['userIdentities'] : [])
      ]
      assert.deepStrictEqual(yield* read('objectId', 'bob', ...names), { _tag: 'AccountRead', attributes: then })
    }).pipe(Effect.provide(layerDirectory({ users: [bob] })))
  )

  it.effect('an empty text and null clear an attribute', () =>
    Effect.gen(function* () {
      const key = ['objectId', 'ada'] as const
      yield* write({ key, attributes: { givenName: 'A', surname: 'L', city: 'London' } })
      yield* write({ key, attributes: { givenName: '', surname: null } })
      assert.deepStrictEqual(yield* read('objectId', 'ada', 'givenName', 'surname', 'city'), {
        _tag: 'AccountRead',
        attributes: { city: 'London' }
      })
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('of one new account from many requests creates it once', () =>
    Effect.gen(function* () {
      const request: Write = {
        key: email('n@contoso.com'),
        attributes: { 'signInNames.emailAddress': 'n@contoso.com', displayName: 'N' },
        password: 'Passw0rd!',
        mayUpdate: false
      }
      const answers = yield* Effect.all(
        Array.from({ length: 5 }, () => write(request)),
        { concurrency: 'unbounded' }
      )
      assert.deepStrictEqual(answers.map(told).toSorted(), [
        ...Array.from({ length: 4 }, () => 'AccountExists: signInNames.emailAddress'),
        'created'
      ])
    }).pipe(Effect.provide(layerDirectory()))
  )
})

describe('the password of a Write', () => {
  const rows: ReadonlyArray<readonly [password: string, passwordPolicies: string, answer: string]> = [
    ['Passw0rd', 'DisablePasswordExpiration', 'updated'],
    ['pass word 1', 'None', 'updated'],
    ['Pw0!', 'None', 'password PasswordTooWeak: the password has less than 8 characters'],
    [
      'password1',
      'DisablePasswordExpiration',
      'password PasswordTooWeak: the password has less than three of lower case letters, upper case letters, digits and symbols'
    ],
    [
      'Pässword1',
      'None',
      'password PasswordTooWeak: the password has characters other than letters, digits, symbols and blanks of ASCII'
    ],
    ['1234', 'DisablePasswordExpiration, DisableStrongPassword', 'updated'],
    ['1234', 'disablestrongpassword', 'updated'],
    ['', 'DisableStrongPassword', 'password PasswordTooWeak: the password is empty'],
    ['x'.repeat(257), 'DisableStrongPassword', 'password PasswordTooWeak: the password has more than 256 characters']
  ]
  it.effect.each(rows)('%s with %s', ([password, passwordPolicies, answer]) =>
    Effect.gen(function* () {
      const request = { key: ['objectId', 'ada'], attributes: { passwordPolicies }, password } as const
      assert.strictEqual(told(yield* write(request)), answer)
      assert.strictEqual(
        yield* outcome('ada@contoso.com', password === '' ? 'x' : password),
        answer === 'updated' || password === '' ? 'PasswordRight' : 'PasswordWrong'
      )
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('is held against the passwordPolicies that the account has', () =>
    Effect.gen(function* () {
      yield* write({ key: ['objectId', 'ada'], attributes: { passwordPolicies: 'DisableStrongPassword' } })
      assert.strictEqual(told(yield* write({ key: ['objectId', 'ada'], attributes: {}, password: '1234' })), 'updated')
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('revokes refresh tokens', () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(60_000)
      yield* write({ key: ['objectId', 'ada'], attributes: {}, password: 'Passw0rd!' })
      assert.deepStrictEqual(yield* read('objectId', 'ada', 'refreshTokensValidFromDateTime'), {
        _tag: 'AccountRead',
        attributes: { refreshTokensValidFromDateTime: '1970-01-01T00:01:00.0000000Z' }
      })
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('may be the current one, unless the directory refuses it', () =>
    Effect.gen(function* () {
      const request: Write = { key: ['objectId', 'eve'], attributes: {}, password: 'Passw0rd!' }
      const users = [{ displayName: 'Eve', objectId: 'eve', signInNames: { userName: 'eve' }, password: 'Passw0rd!' }]
      assert.strictEqual(told(yield* write(request).pipe(Effect.provide(layerDirectory({ users })))), 'updated')
      assert.strictEqual(
        told(yield* write(request).pipe(Effect.provide(layerDirectory({ users, refuseCurrentPassword: true })))),
        'password PasswordUsedBefore: the password is the current one'
      )
    })
  )
})

describe('DeleteClaims', () => {
  it.effect('clears attributes, and leaves the key that it has to persist', () =>
    Effect.gen(function* () {
      const key = { attribute: 'objectId', value: 'ada' }
      yield* write({ key: ['objectId', 'ada'], attributes: { strongAuthenticationPhoneNumber: '+4512345678' } })
      assert.deepStrictEqual(
        yield* perform({ _tag: 'DeleteClaims', key, attributes: ['objectId', 'strongAuthenticationPhoneNumber'] }),
        { _tag: 'AccountChanged' }
      )
      assert.deepStrictEqual(yield* read('objectId', 'ada', 'strongAuthenticationPhoneNumber', 'displayName'), {
        _tag: 'AccountRead',
        attributes: { displayName: 'Ada' }
      })
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  it.effect('does not find an account that is not there', () =>
    Effect.gen(function* () {
      const key = { attribute: 'objectId', value: 'nobody' }
      assert.deepStrictEqual(yield* perform({ _tag: 'DeleteClaims', key, attributes: ['city'] }), {
        _tag: 'AccountNotFound'
      })
    }).pipe(Effect.provide(layerDirectory()))
  )
})

describe('DeleteClaimsPrincipal', () => {
  it.effect('removes an account and frees its names', () =>
    Effect.gen(function* () {
      const key = { attribute: 'signInNames.emailAddress', value: 'ada@contoso.com' }
      assert.deepStrictEqual(yield* perform({ _tag: 'DeleteClaimsPrincipal', key }), { _tag: 'AccountChanged' })
      assert.deepStrictEqual(yield* perform({ _tag: 'DeleteClaimsPrincipal', key }), { _tag: 'AccountNotFound' })
      assert.strictEqual(yield* outcome('ada@contoso.com', 'x'), 'AccountNotFound')
      assert.strictEqual(
        told(
          yield* write({
            key: email('ada@contoso.com'),
            attributes: { 'signInNames.emailAddress': 'ada@contoso.com', displayName: 'A' }
          })
        ),
        'created'
      )
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )
})
