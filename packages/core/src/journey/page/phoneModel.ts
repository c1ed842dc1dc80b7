/** Draws up the model of the phone page. */
import { formatValue } from '@trustframe/claims'
import type { PhoneFactorPlan } from '@trustframe/plan/plan'
import { phoneNumberOf } from '../calls/codes.ts'
import type { PageFrame } from '../JourneyState.ts'
import type { Running } from '../place.ts'
import type { Run } from '../Run.ts'
import { commonOf } from './model.ts'
import type { PhoneFactorPage } from './PageModel.ts'

/** The numbers that are known, in E.164 form and in the order of the input claims. */
export const knownNumbers = (run: Run, { phoneClaims }: PhoneFactorPlan): ReadonlyArray<string> =>
  phoneClaims.flatMap(({ slot }) => {
    const value = run.bag[slot]
    const number = value === undefined ? undefined : phoneNumberOf(formatValue(value))
    return number === undefined ? [] : [number]
  })

/** All but the last four digits are hidden. */
const masked = (number: string): string => `XXX-XXX-${number.slice(-4)}`

/** The page of a phone factor profile. */
export const phonePage = (run: Run, frame: PageFrame, running: Running, call: PhoneFactorPlan): PhoneFactorPage => {
  const numbers = knownNumbers(run, call)
  return {
    kind: 'PhoneFactor',
    ...commonOf(run, frame, 'multifactor', running.profile),
    technicalProfile: running.profile.id,
    exchange: running.exchange,
    numbers: numbers.map(masked),
    canEnterNumber: call.manualEntryAllowed && numbers.length === 0,
    methods: call.mode === 'sms' ? ['sms'] : call.mode === 'phone' ? ['call'] : ['sms', 'call'],
    state: frame.phone === undefined ? 'initial' : 'codeSent'
  }
}
