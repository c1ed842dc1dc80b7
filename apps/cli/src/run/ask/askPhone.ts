/** Asks for a phone, then for the code that it got. */
import type { PhoneFactorPage } from '@trustframe/core'
import type { PageAnswer } from '@trustframe/testing'
import * as Effect from 'effect/Effect'
import { Prompt } from 'effect/cli'
import { askCode } from './askAddress.ts'
import type { Asked } from './Asked.ts'

const notEmpty = (text: string): Effect.Effect<string, string> =>
  /^\+?\d[\d\s().-]+$/.test(text) ? Effect.succeed(text) : Effect.fail('Write it as +12065550100.')

const askNumber = ({ numbers }: PhoneFactorPage): Asked<number | string> => {
  const [only, another] = numbers
  if (only === undefined) {
    return Prompt.run(Prompt.String({ message: 'Phone number (such as +12065550100)', validate: notEmpty }))
  }
  if (another === undefined) return Effect.succeed(0)
  return Prompt.run(Prompt.Select({ message: 'Phone', choices: numbers.map((title, value) => ({ title, value })) }))
}

const askMethod = ({ methods, strings }: PhoneFactorPage): Asked<'sms' | 'call'> => {
  const [only, another] = methods
  if (only !== undefined && another === undefined) return Effect.succeed(only)
  const titles = { sms: strings['button_send_code'] ?? 'Send Code', call: strings['button_call'] ?? 'Call Me' }
  return Prompt.run(
    Prompt.Select({
      message: 'What do you do?',
      choices: methods.map((method) => ({ title: titles[method], value: method }))
    })
  )
}

/** Has a code sent to a phone, or a call made. */
const askToSend = (page: PhoneFactorPage): Asked<PageAnswer> =>
  Effect.gen(function* () {
    const phone = yield* askNumber(page)
    const method = yield* askMethod(page)
    return method === 'call' ? { phone, method } : { phone, method, sendCode: true }
  })

/** One answer of the phone page. */
export const askPhone = (page: PhoneFactorPage): Asked<PageAnswer> => {
  const { state, strings } = page
  if (state === 'initial') return askToSend(page)
  const verify = strings['button_verify'] ?? 'Verify Code'
  return askCode({ verify, again: 'Send another code', code: 'Code' }, askToSend(page))
}
