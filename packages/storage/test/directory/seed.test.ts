import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Schema from 'effect/Schema'
import { SeedUser } from '../../src/index.ts'
import { layerDirectory, outcome } from '../support/layers.ts'

const failure = (...users: ReadonlyArray<SeedUser>) =>
  Effect.void.pipe(Effect.provide(layerDirectory({ users })), Effect.flip)

describe('users to begin with', () => {
  const rows: ReadonlyArray<readonly [users: ReadonlyArray<SeedUser>, message: string]> = [
    [
      [{ displayName: 'Ada', signInNames: { emailAddress: 'ada' } }],
      'user 1 ("Ada"): attribute "signInNames.emailAddress" takes an e-mail address without accents'
    ],
    [
      [
        { displayName: 'Ada', signInNames: { userName: 'ada' } },
        { displayName: 'Other', signInNames: { userName: 'ADA' } }
      ],
      'user 2 ("Other"): attribute "signInNames.userName" has the value of another user'
    ],
    [
      [{ displayName: 'Ada', password: 'x', passwordHash: 'y' }],
      'user 1 ("Ada"): has both "password" and "passwordHash"; give one of them'
    ],
    [
      [{ displayName: 'Ada', passwordHash: '$2b$10$abc' }],
      'user 1 ("Ada"): has a "passwordHash" that is not argon2id in PHC form ("$argon2id$v=19$m=…,t=…,p=…$…$…")'
    ],
    [
      [{ displayName: 'Ada', attributes: { favourite: 'blue' } }],
      'user 1 ("Ada"): attribute "favourite" is not known; custom attributes begin with "extension_"'
    ]
  ]
  it.effect.each(rows)('%j', ([users, message]) =>
    Effect.gen(function* () {
      assert.strictEqual((yield* failure(...users)).message, message)
    })
  )

  it.effect('may have any password, or its hash', () =>
    Effect.gen(function* () {
      // argon2id of "pencil"
      const passwordHash =
        '$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$frxJfcMcVf8Q65vTqNCD78DUvbJfeWmQLB3OQ65zqWg'
      const users = [
        { displayName: 'Ada', signInNames: { userName: 'ada' }, password: 'x' },
        { displayName: 'Bob', signInNames: { userName: 'bob' }, passwordHash }
      ]
      const [ada, bob] = yield* Effect.all([outcome('ada', 'x'), outcome('bob', 'pencil')]).pipe(
        Effect.provide(layerDirectory({ users }))
      )
      assert.deepStrictEqual([ada, bob], ['PasswordRight', 'PasswordRight'])
    })
  )

  it('are read from plain data', () => {
    const decode = Schema.decodeUnknownSync(SeedUser)
    const user = {
      displayName: 'Ada',
      signInNames: { emailAddress: 'ada@contoso.com' },
      identities: [{ issuer: 'facebook.com', id: '1' }],
      attributes: { extension_tier: 'gold', otherMails: ['a@b.test'] }
    }
    assert.deepStrictEqual(decode(user), user)
    assert.throws(() => decode({ signInNames: {} }))
  })
})
