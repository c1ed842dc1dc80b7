import { type CodeMessage, Outbox } from '@trustframe/core/ports'
import { assert, describe, it } from '@effect/vitest'
import * as Effect from 'effect/Effect'
import * as Redacted from 'effect/Redacted'
import * as TestClock from 'effect/testing/TestClock'
import { Inbox, layerOutboxMemory } from '../../src/index.ts'

const message = (to: string, code: string, channel: CodeMessage['channel'] = 'email'): CodeMessage => ({
  channel,
  to,
  code: Redacted.make(code),
  language: 'en',
  policyId: 'B2C_1A_signup',
  technicalProfile: 'SendCode',
  correlationId: 'c',
  texts: {}
})

const send = (...of: Parameters<typeof message>) => Outbox.use((outbox) => outbox.send(message(...of)))

describe('the outbox in memory', () => {
  it.effect('shows the last code, to anybody or to one address', () =>
    Effect.gen(function* () {
      const inbox = yield* Inbox
      assert.strictEqual(yield* inbox.lastCode(), undefined)
      yield* TestClock.setTime(7)
      yield* send('ada@contoso.com', '111111')
      yield* send('+4512345678', '222222', 'sms')
      assert.strictEqual(yield* inbox.lastCode(), '222222')
      assert.strictEqual(yield* inbox.lastCode('ADA@contoso.com'), '111111')
      assert.strictEqual(yield* inbox.lastCode('eve@contoso.com'), undefined)
      assert.deepStrictEqual(
        (yield* inbox.messages).map(({ channel, sentAt, to }) => ({ channel, to, sentAt })),
        [
          { channel: 'email', to: 'ada@contoso.com', sentAt: 7 },
          { channel: 'sms', to: '+4512345678', sentAt: 7 }
        ]
      )
    }).pipe(Effect.provide(layerOutboxMemory))
  )

  it.effect('keeps the last thousand messages', () =>
    Effect.gen(function* () {
      for (let at = 0; at < 1001; at++) yield* send('ada@contoso.com', String(at))
      const messages = yield* (yield* Inbox).messages
      assert.deepStrictEqual(
        [messages.length, ...messages.slice(0, 1).map(({ code }) => Redacted.value(code))],
        [1000, '1']
      )
    }).pipe(Effect.provide(layerOutboxMemory))
  )

  it.effect('shows no codes in its messages by accident', () =>
    Effect.gen(function* () {
      yield* send('ada@contoso.com', '918273')
      assert.notInclude(JSON.stringify(yield* (yield* Inbox).messages), '918273')
    }).pipe(Effect.provide(layerOutboxMemory))
  )

  const rows: ReadonlyArray<readonly [channel: CodeMessage['channel'], to: string, detail: string | undefined]> = [
    ['email', 'a@b', undefined],
    ['email', 'ada', 'this is no e-mail address'],
    ['email', 'a b@c', 'this is no e-mail address'],
    ['sms', '+45 12 34 56 78', undefined],
    ['voice', '+1 (425) 555-0100', undefined],
    ['sms', '12345678', 'this is no phone number with its country code'],
    ['voice', '+0123456', 'this is no phone number with its country code']
  ]
  it.effect.each(rows)('%s to "%s": %s', ([channel, to, detail]) =>
    Effect.gen(function* () {
      assert.deepStrictEqual(
        yield* send(to, '1', channel),
        detail === undefined ? { _tag: 'Sent' } : { _tag: 'AddressRefused', detail }
      )
    }).pipe(Effect.provide(layerOutboxMemory))
  )
})
