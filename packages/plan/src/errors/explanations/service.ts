/** What failed in the service itself. */
import type { Aadb2cExplanation } from '../Aadb2cExplanation.ts'

export const service = {
  AADB2C90035: {
    meaning: 'The service cannot answer now.',
    causes: ['An outage, or a tenant in maintenance'],
    remedy: 'Try again in a few minutes.'
  },
  AADB2C90037: {
    meaning: 'An error that the service tells nothing about.',
    causes: ['A fault in the policy that shows only when it runs', 'An outage'],
    remedy: 'Look up the correlation id in Application Insights with the journey recorder.'
  },
  AADB2C90038: {
    meaning: 'An error that the service tells nothing about.',
    causes: ['An outage'],
    remedy: 'Try again later; look up the correlation id.'
  },
  AADB2C90048: {
    meaning: 'An error that nobody foresaw.',
    causes: ['A fault of the service, or a policy that it did not expect'],
    remedy: 'Look up the correlation id; check the policy.'
  },
  AADB2C90090: { meaning: 'An error with a text of its own.', causes: ['See the text'], remedy: 'See the text.' },
  AADB2C90229: {
    meaning: 'Too many requests came from one source.',
    causes: ['A load test', 'A proxy that all users share'],
    remedy: 'Slow down.'
  },
  AADB2C90244: {
    meaning: 'Too many requests came at the same time.',
    causes: ['A burst'],
    remedy: 'Wait, and try again.'
  }
} as const satisfies Readonly<Record<string, Aadb2cExplanation>>
