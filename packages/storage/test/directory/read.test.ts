import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as TestClock from 'effect/testing/TestClock'
import { layerDirectory, perform } from '../support/layers.ts'

const ada = {
  displayName: 'Ada',
  objectId: '7D4F5D92-6C2B-4A0B-8B0C-0A5E1D1B2C3D',
  userPrincipalName: 'ada@contoso.onmicrosoft.com',
  signInNames: { emailAddress: 'Ada@Contoso.com', userName: 'ada.lovelace', badge: '4711 / A' },
  identities: [{ issuer: 'facebook.com', id: '12345' }],
  attributes: {
    strongAuthenticationEmailAddress: 'ada@home.test',
    extension_loyaltyNumber: 42,
    otherMails: ['ada@home.test'],
    ageGroup: 'minor',
    consentProvidedForMinor: 'Granted'
  }
}

const identity = '{"issuer":"facebook.com","issuerUserId":"MTIzNDU="}'

describe('finding an account', () => {
  const found: ReadonlyArray<readonly [attribute: string, value: string | object]> = [
    ['objectId', '7d4f5d92-6c2b-4a0b-8b0c-0a5e1d1b2c3d'],
    ['userPrincipalName', 'ADA@contoso.onmicrosoft.com'],
    ['signInNames', 'ada@contoso.COM'],
    ['signInNames', 'ada.lovelace'],
    ['signInNames.emailAddress', 'ada@contoso.com'],
    ['SignInNames.username', 'ada.lovelace'],
    ['signInNames.badge', '4711 / a'],
    ['alternativeSecurityId', identity],
    ['alternativeSecurityId', '{"type":6,"identityProvider":"Facebook.com","key":"MTIzNDU="}'],
    ['userIdentities', { issuer: 'facebook.com', issuerUserId: 'MTIzNDU=' }],
    ['strongAuthenticationEmailAddress', 'ADA@home.test']
  ]
  it.effect.each(found)('by %s %j', ([attribute, value]) =>
    Effect.gen(function* () {
      const key = { attribute, value: typeof value === 'string' ? value : { ...value } }
      assert.deepStrictEqual(yield* perform({ _tag: 'Read', key, attributes: ['displayName'] }), {
        _tag: 'AccountRead',
        attributes: { displayName: 'Ada' }
      })
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )

  const missing: ReadonlyArray<readonly [why: string, attribute: string, value: string | null]> = [
    ['of another type', 'signInNames.userName', 'ada@contoso.com'],
    ["of another type's name", 'signInNames.phoneNumber', 'ada.lovelace'],
    ['of a user id in other case', 'alternativeSecurityId', identity.replace('MTI', 'mti')],
    ['that is no identity', 'alternativeSecurityId', 'facebook.com'],
    ['without a value', 'objectId', null],
    ['that is empty', 'signInNames.emailAddress', ''],
    ['that identifies nobody', 'displayName', 'Ada']
  ]
  it.effect.each(missing)('not by a key %s', ([, attribute, value]) =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* perform({ _tag: 'Read', key: { attribute, value }, attributes: ['displayName'] }), {
        _tag: 'AccountNotFound'
      })
    }).pipe(Effect.provide(layerDirectory({ users: [ada] })))
  )
})

describe('reading attributes', () => {
  const key = { attribute: 'objectId', value: ada.objectId }
  const rows: ReadonlyArray<readonly [attribute: string, value: unknown]> = [
    ['displayname', 'Ada'],
    ['signInNames.emailAddress', 'Ada@Contoso.com'],
    ['extension_LoyaltyNumber', 42],
    ['extension_831374b3bd5041bfaa54263ec9e050fc_loyaltyNumber', 42],
    ['otherMails', ['ada@home.test']],
    ['accountEnabled', true],
    ['userType', 'Member'],
    ['creationType', 'LocalAccount'],
    ['createdDateTime', '2026-01-02T03:04:05.6780000Z'],
    ['refreshTokensValidFromDateTime', '2026-01-02T03:04:05.0000000Z'],
    ['alternativeSecurityId', identity],
    ['alternativeSecurityIds', [{ issuer: 'facebook.com', issuerUserId: 'MTIzNDU=' }]],
    ['userIdentities', [{ issuer: 'facebook.com', issuerUserId: 'MTIzNDU=' }]],
    ['ageGroup', 'Minor'],
    ['legalAgeGroupClassification', 'minorWithParentalConsent'],
    ['givenName', undefined],
    ['password', undefined],
    ['authenticationSource', undefined]
  ]
  it.effect.each(rows)('%s is %j', ([name, value]) =>
    Effect.gen(function* () {
      yield* TestClock.setTime(Date.parse('2026-01-02T03:04:05.678Z'))
      const answer = yield* perform({ _tag: 'Read', key, attributes: [name] }).pipe(
        Effect.provide(layerDirectory({ users: [ada] }))
      )
      assert.deepStrictEqual<unknown>(answer, {
        _tag: 'AccountRead',
        attributes: value === undefined ? {} : { [name]: value }
      })
    })
  )
})
