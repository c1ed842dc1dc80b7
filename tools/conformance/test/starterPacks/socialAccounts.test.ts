/** The starter packs, unedited, with an external identity provider and with a phone as second factor. */
import { assert, describe, it } from '@effect/vitest'
import type { SeedUser } from '@trustframe/storage'
import * as Effect from 'effect/Effect'
import { account, ada, hasCorpus, type Identity, layerTenant, planOf, Visitor } from '../support/Tenant.ts'

const packs = [
  'starterpack/SocialAccounts',
  'starterpack/SocialAndLocalAccounts',
  'starterpack/Display Controls Starterpack/SocialAccounts',
  'starterpack/Display Controls Starterpack/SocialAndLocalAccounts'
]

/** What the directory knows Grace by: the provider, and her id there in base64. */
const alternativeSecurityId = JSON.stringify({
  type: 6,
  identityProvider: 'facebook.com',
  key: btoa('grace-42')
})

const goToProvider = (visitor: Visitor) =>
  visitor.where.startsWith('page') ? visitor.chooses('FacebookExchange') : Effect.succeed(visitor)

const tenant = (users: ReadonlyArray<SeedUser> = [ada], identity?: Identity) =>
  Effect.provide(layerTenant(users, identity))

describe.skipIf(!hasCorpus).each(packs)('%s', (pack) => {
  const open = (parameters = {}) => Visitor.open(planOf(`${pack}/SignUpOrSignin.xml`), { parameters })

  it.effect('signs up with an identity provider, and signs in there the next time', () =>
    Effect.gen(function* () {
      const visitor = yield* open()
      yield* goToProvider(visitor)
      assert.strictEqual(visitor.where, 'redirect Facebook-OAUTH')
      yield* visitor.returns()
      assert.strictEqual(visitor.where, 'page api.socialccountsignup')
      const { page } = visitor
      const shown = page.kind === 'SelfAsserted' ? page.form.items : []
      assert.deepInclude(
        shown.map((item) => (item._tag === 'Field' ? [item.id, item.value] : [])),
        ['displayName', 'Grace Hopper']
      )
      yield* visitor.submits({ displayName: 'Grace Hopper', givenName: 'Grace', surname: 'Hopper' })
      const made = yield* account('alternativeSecurityId', alternativeSecurityId)
      assert.deepInclude(made, { displayName: 'Grace Hopper', otherMails: ['grace@example.com'] })
      assert.deepInclude(visitor.token, { sub: made?.['objectId'], idp: 'facebook.com' })

      const again = yield* open()
      yield* goToProvider(again)
      yield* again.returns()
      assert.deepInclude(again.token, { sub: made?.['objectId'], idp: 'facebook.com' })
    }).pipe(tenant())
  )

  it.effect('follows domain_hint without a page', () =>
    Effect.gen(function* () {
      const visitor = yield* open({ domain_hint: 'facebook.com' })
      assert.strictEqual(visitor.where, 'redirect Facebook-OAUTH')
    }).pipe(tenant())
  )

  it.effect('ends with AADB2C90273 when the provider sends an error back', () =>
    Effect.gen(function* () {
      const visitor = yield* open({ domain_hint: 'facebook.com' })
      yield* visitor.returns({ error: 'access_denied', error_description: 'Permissions error' })
      assert.deepInclude(visitor.error.relyingParty, { error: 'server_error' })
      assert.match(
        visitor.error.relyingParty.error_description,
        /^AADB2C90273: An invalid response was received : 'Error: access_denied,Error Description: Permissions error'\r\n/
      )
    }).pipe(tenant())
  )

  it.effect('asks the same provider again within a session', () =>
    Effect.gen(function* () {
      const visitor = yield* open()
      yield* goToProvider(visitor)
      yield* visitor.returns()
      yield* visitor.submits({ displayName: 'Grace Hopper', givenName: 'Grace', surname: 'Hopper' })
      const again = yield* Visitor.open(planOf(`${pack}/SignUpOrSignin.xml`), { session: visitor.session })
      assert.strictEqual(again.where, 'redirect Facebook-OAUTH')
    }).pipe(tenant())
  )
})

const mfaPacks = [
  'starterpack/SocialAndLocalAccountsWithMfa',
  'starterpack/Display Controls Starterpack/SocialAndLocalAccountsWithMfa'
]

describe.skipIf(!hasCorpus).each(mfaPacks)('%s', (pack) => {
  const signIn = () =>
    Effect.gen(function* () {
      const visitor = yield* Visitor.open(planOf(`${pack}/SignUpOrSignin.xml`))
      yield* visitor.submits({ signInName: 'ada@contoso.com', password: ada.password })
      assert.strictEqual(visitor.where, 'page api.phonefactor')
      return visitor
    })

  it.effect('registers a phone at the first sign-in, and asks for that phone from then on', () =>
    Effect.gen(function* () {
      const visitor = yield* signIn()
      yield* visitor.provesPhone('+12065550100')
      assert.strictEqual(visitor.where, 'token')
      assert.deepInclude(yield* account('objectId', ada.objectId), { strongAuthenticationPhoneNumber: '+12065550100' })

      const again = yield* signIn()
      assert.deepInclude(again.page, { numbers: ['XXX-XXX-0100'], canEnterNumber: false })
      yield* again.provesPhone(0)
      assert.deepInclude(again.token, { sub: ada.objectId })
    }).pipe(tenant())
  )

  it.effect('does not ask again while the session lasts', () =>
    Effect.gen(function* () {
      const visitor = yield* signIn()
      yield* visitor.provesPhone('+12065550100')
      const again = yield* Visitor.open(planOf(`${pack}/SignUpOrSignin.xml`), { session: visitor.session })
      assert.strictEqual(again.where, 'token')
    }).pipe(tenant())
  )

  it.effect('ends with AADB2C90151 after three wrong codes', () =>
    Effect.gen(function* () {
      const visitor = yield* signIn()
      yield* visitor.act({ _tag: 'PhoneCodeRequested', phone: '+12065550100', method: 'sms' })
      for (const code of ['000000', '000001']) {
        yield* visitor.act({ _tag: 'PhoneCodeEntered', code })
        assert.strictEqual(visitor.where, 'page api.phonefactor')
      }
      yield* visitor.act({ _tag: 'PhoneCodeEntered', code: '000002' })
      assert.match(
        visitor.error.relyingParty.error_description,
        /^AADB2C90151: User has exceeded the maximum number for retries for multifactor authentication\.\r\n/
      )
    }).pipe(tenant())
  )
})
