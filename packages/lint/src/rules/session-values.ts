/** How long sessions last has limits. */
import type { Text } from '@trustframe/policy'
import type { Report, Rule } from '../Rule.ts'

const within = (text: Text | undefined, what: string, least: number, most: number, report: Report): void => {
  if (text === undefined || !/^[+-]?\d+$/.test(text.value)) return
  const number = Number(text.value)
  if (number >= least && number <= most) return
  report(text.span, {
    message: `${what} is ${text.value}; it can be ${least} to ${most}`,
    help: 'write a number in that range'
  })
}

export const sessionValues: Rule = {
  code: 'TF3702',
  name: 'session-values',
  title: 'session longer or shorter than allowed',
  severity: 'error',
  origin: 'b2c-rejects',
  check: ({ policy }, report) => {
    const behaviors = policy.relyingParty?.userJourneyBehaviors
    within(behaviors?.sessionExpiryInSeconds, 'SessionExpiryInSeconds', 900, 86_400, report)
    within(behaviors?.singleSignOn?.keepAliveInDays, 'KeepAliveInDays', 0, 90, report)
  }
}
